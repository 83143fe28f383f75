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

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "qemu" "b" {
  accelerator      = "kvm"
  boot_command     = ["<enter>"]
  boot_wait        = "2s"
  communicator     = "winrm"
  cpus             = 4
  disk_compression = true
  disk_interface   = "virtio"
  disk_size        = "80G"
  iso_checksum     = "sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
  iso_url          = "https://host/isos/windows-server-2025.iso"
  machine_type     = "q35"
  memory           = 8192
  net_device       = "virtio-net"
  shutdown_command = "shutdown /s /t 10 /f"
  shutdown_timeout = "20m"
  winrm_insecure   = true
  winrm_password   = var.env_admin_password
  winrm_timeout    = "2h"
  winrm_use_ssl    = true
  winrm_username   = "Administrator"
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
