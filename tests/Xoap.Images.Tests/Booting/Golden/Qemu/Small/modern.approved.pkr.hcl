packer {
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "~> 1.1.4"
    }
  }
}

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

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

source "qemu" "b" {
  disk_image             = true
  format                 = "qcow2"
  iso_checksum           = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
  iso_url                = "/images/Corp.Base-v3.qcow2"
  output_directory       = var.output_directory
  skip_compaction        = true
  ssh_password           = var.env_ssh_password
  ssh_read_write_timeout = "5m"
  ssh_username           = "packer"
  use_backing_file       = true
  vm_name                = "test"
  boot_wait              = "-1s"
  headless               = true
}

build {
  sources = ["source.qemu.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
