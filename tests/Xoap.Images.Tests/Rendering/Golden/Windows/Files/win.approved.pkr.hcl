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

  provisioner "powershell" {
    script  = "${path.root}/steps/001-small.ps1"
    timeout = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/001-small/greet.ps1"
    destination = "C:/Tools/greet.ps1"
    timeout     = "1h"
  }

  provisioner "powershell" {
    script      = "${path.root}/steps/002-renamed.ps1"
    max_retries = 2
    timeout     = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/002-renamed/greet.ps1"
    destination = "C:/Tools/new.ps1"
    max_retries = 2
    timeout     = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/003-folder.ps1"
    timeout = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/003-folder/"
    destination = "D:/scripts/tools"
    timeout     = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/004-odd-folder/004-odd-folder.zip"
    destination = "C:/Windows/Temp/004-odd-folder.zip"
    timeout     = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/004-odd-folder-expand.ps1"
    timeout = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/005-odd-file/005-odd-file.zip"
    destination = "C:/Windows/Temp/005-odd-file.zip"
    timeout     = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/005-odd-file-expand.ps1"
    timeout = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/006-archived/006-archived.zip"
    destination = "C:/Windows/Temp/006-archived.zip"
    timeout     = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/006-archived-expand.ps1"
    timeout = "1h"
  }

  provisioner "file" {
    direction   = "download"
    source      = "C:\\Windows\\Temp\\x.log"
    destination = "/logs/x.log"
    timeout     = "1h"
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
