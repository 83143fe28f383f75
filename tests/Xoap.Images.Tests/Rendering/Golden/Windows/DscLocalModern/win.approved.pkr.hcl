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
    source      = "${path.root}/files/001-full/001-full.zip"
    destination = "C:/Windows/Temp/001-full.zip"
    timeout     = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/001-full-files.ps1"
    timeout = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/001-full.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  provisioner "windows-restart" {
    restart_command = "cmd /c \"if exist C:\\Windows\\Temp\\001-full.restart (del /f /q C:\\Windows\\Temp\\001-full.restart & shutdown /r /f /t 0)\""
    check_registry  = true
    registry_keys   = ["HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootInProgress"]
    restart_timeout = "10m"
    timeout         = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/001-full-continue-1.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/001-full-test.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/002-compiled/002-compiled.zip"
    destination = "C:/Windows/Temp/002-compiled.zip"
    timeout     = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/002-compiled-files.ps1"
    timeout = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/002-compiled.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/002-compiled-test.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/003-later/003-later.zip"
    destination = "C:/Windows/Temp/003-later.zip"
    timeout     = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/003-later-files.ps1"
    timeout = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/003-later.ps1"
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
