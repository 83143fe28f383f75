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
  disk_image       = true
  iso_checksum     = "sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
  iso_url          = "/projects/web/base/debian-12.qcow2"
  shutdown_command = "sudo shutdown -P now"
  ssh_password     = var.env_ssh_password
  ssh_username     = "packer"
  boot_wait        = "-1s"
  headless         = true
  output_directory = var.output_directory
  vm_name          = "Corp.Base-v${var.image_version}.qcow2"
}

build {
  sources = ["source.qemu.b"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-tell.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-tell.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Corp.Base"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
