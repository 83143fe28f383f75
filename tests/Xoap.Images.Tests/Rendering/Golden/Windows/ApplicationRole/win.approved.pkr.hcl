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

  provisioner "shell-local" {
    inline       = ["exit 0"]
    pause_before = "10s"
  }

  provisioner "file" {
    source      = "${path.root}/files/001-full-erp/001-full-erp.zip"
    destination = "C:/Windows/Temp/001-full-erp.zip"
    max_retries = 1
    timeout     = "1h"
  }

  provisioner "powershell" {
    script      = "${path.root}/steps/001-full-erp-files.ps1"
    max_retries = 1
    timeout     = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/001-full-erp.ps1"
    elevated_user = "SYSTEM"
    max_retries   = 1
    timeout       = "1h"
  }

  provisioner "windows-restart" {
    restart_command = "cmd /c \"if exist C:\\Windows\\Temp\\001-full-erp.restart (del /f /q C:\\Windows\\Temp\\001-full-erp.restart & shutdown /r /f /t 0)\""
    check_registry  = true
    registry_keys   = ["HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootInProgress"]
    restart_timeout = "30m"
    timeout         = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/002-full-viewer/002-full-viewer.zip"
    destination = "C:/Windows/Temp/002-full-viewer.zip"
    max_retries = 1
    timeout     = "1h"
  }

  provisioner "powershell" {
    script      = "${path.root}/steps/002-full-viewer-files.ps1"
    max_retries = 1
    timeout     = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/002-full-viewer.ps1"
    elevated_user = "SYSTEM"
    max_retries   = 1
    timeout       = "1h"
  }

  provisioner "windows-restart" {
    restart_command = "cmd /c \"if exist C:\\Windows\\Temp\\002-full-viewer.restart (del /f /q C:\\Windows\\Temp\\002-full-viewer.restart & shutdown /r /f /t 0)\""
    check_registry  = true
    registry_keys   = ["HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootInProgress"]
    restart_timeout = "30m"
    timeout         = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/003-full-browser/003-full-browser.zip"
    destination = "C:/Windows/Temp/003-full-browser.zip"
    max_retries = 1
    timeout     = "1h"
  }

  provisioner "powershell" {
    script      = "${path.root}/steps/003-full-browser-files.ps1"
    max_retries = 1
    timeout     = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/003-full-browser.ps1"
    elevated_user = "SYSTEM"
    max_retries   = 1
    timeout       = "1h"
  }

  provisioner "windows-restart" {
    restart_command = "cmd /c \"if exist C:\\Windows\\Temp\\003-full-browser.restart (del /f /q C:\\Windows\\Temp\\003-full-browser.restart & shutdown /r /f /t 0)\""
    check_registry  = true
    registry_keys   = ["HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootInProgress"]
    restart_timeout = "30m"
    timeout         = "1h"
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
