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
  communicator     = "winrm"
  cpus             = 4
  disk_image       = true
  disk_interface   = "virtio"
  disk_size        = "80G"
  format           = "qcow2"
  iso_checksum     = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
  iso_url          = "/images/Corp.Base-v3.qcow2"
  machine_type     = "q35"
  memory           = 8192
  net_device       = "virtio-net"
  output_directory = var.output_directory
  skip_compaction  = true
  use_backing_file = true
  vm_name          = "test"
  winrm_insecure   = true
  winrm_password   = var.env_admin_password
  winrm_timeout    = "2h"
  winrm_use_ssl    = true
  winrm_username   = "Administrator"
  boot_wait        = "-1s"
  headless         = true
}

build {
  sources = ["source.qemu.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
