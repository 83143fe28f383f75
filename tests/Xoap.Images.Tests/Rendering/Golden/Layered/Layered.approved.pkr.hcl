variable "image_version" {
  type    = string
  default = "0"
}

variable "output_directory" {
  type    = string
  default = "output"
}

variable "manifest_path" {
  type    = string
  default = "manifest.json"
}

source "qemu" "qemu" {
  iso_url          = "/images/debian-12.qcow2"
  iso_checksum     = "none"
  disk_image       = true
  use_backing_file = true
  format           = "qcow2"
  accelerator      = "tcg"
  ssh_username     = "packer"
  boot_wait        = "-1s"
  headless         = true
  output_directory = var.output_directory
  vm_name          = "Layered-v${var.image_version}.qcow2"

  qemu_img_args {
    create = ["-F", "qcow2"]
  }
}

build {
  sources = ["source.qemu.qemu"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-more.sh"
    binary  = true
    timeout = "1h"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Layered"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
