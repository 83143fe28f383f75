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

variable "env_winrm_password" {
  type      = string
  sensitive = true
}

source "qemu" "qemu" {
  communicator     = "winrm"
  disk_image       = true
  iso_checksum     = "none"
  iso_url          = "/projects/web/disks/windows.qcow2"
  shutdown_command = "shutdown /s /t 0"
  winrm_insecure   = true
  winrm_password   = var.env_winrm_password
  winrm_use_ssl    = true
  winrm_username   = "packer"
  boot_wait        = "-1s"
  headless         = true
  output_directory = var.output_directory
  vm_name          = "win-v${var.image_version}.qcow2"
}

build {
  sources = ["source.qemu.qemu"]

  provisioner "file" {
    source      = "${path.root}/files/001-small/001-small.zip"
    destination = "C:/Windows/Temp/001-small.zip"
    timeout     = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/001-small-files.ps1"
    timeout = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/001-small.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/001-small-test.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "win"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
