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

variable "env_installer_password" {
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
    script            = "${path.root}/steps/001-full-pass-1.ps1"
    elevated_user     = ".\\installer"
    elevated_password = var.env_installer_password
    timeout           = "1h"
  }

  provisioner "windows-restart" {
    restart_command = "cmd /c \"if exist C:\\Windows\\Temp\\001-full.restart shutdown /r /f /t 0\""
    check_registry  = true
    registry_keys   = ["HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootInProgress"]
    restart_timeout = "45m"
    timeout         = "1h"
  }

  provisioner "powershell" {
    script            = "${path.root}/steps/001-full-pass-2.ps1"
    elevated_user     = ".\\installer"
    elevated_password = var.env_installer_password
    timeout           = "1h"
  }

  provisioner "windows-restart" {
    restart_command = "cmd /c \"if exist C:\\Windows\\Temp\\001-full.restart shutdown /r /f /t 0\""
    check_registry  = true
    registry_keys   = ["HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootInProgress"]
    restart_timeout = "45m"
    timeout         = "1h"
  }

  provisioner "powershell" {
    script            = "${path.root}/steps/001-full-check.ps1"
    elevated_user     = ".\\installer"
    elevated_password = var.env_installer_password
    timeout           = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/002-optional-pass-1.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  provisioner "windows-restart" {
    restart_command = "cmd /c \"if exist C:\\Windows\\Temp\\002-optional.restart shutdown /r /f /t 0\""
    check_registry  = true
    registry_keys   = ["HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootInProgress"]
    restart_timeout = "1h"
    timeout         = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/002-optional-check.ps1"
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
