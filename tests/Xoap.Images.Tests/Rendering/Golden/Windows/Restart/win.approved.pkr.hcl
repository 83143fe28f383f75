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

  provisioner "windows-restart" {
    check_registry  = true
    registry_keys   = ["HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootInProgress"]
    restart_timeout = "30m"
    timeout         = "1h"
  }

  provisioner "powershell" {
    script              = "${path.root}/steps/001-small-check.ps1"
    start_retry_timeout = "30m"
    max_retries         = 5
    timeout             = "1h"
  }

  provisioner "shell-local" {
    inline       = ["exit 0"]
    pause_before = "10s"
  }

  provisioner "powershell" {
    script      = "${path.root}/steps/002-full.ps1"
    max_retries = 1
    timeout     = "1h"
  }

  provisioner "windows-restart" {
    check_registry        = true
    registry_keys         = ["HKLM:SOFTWARE\\Contoso\\Busy"]
    restart_check_command = "powershell -Command \"echo up\""
    restart_command       = "shutdown /r /t 5"
    restart_timeout       = "45m"
    max_retries           = 1
    timeout               = "1h"
  }

  provisioner "powershell" {
    script              = "${path.root}/steps/002-full-check.ps1"
    start_retry_timeout = "45m"
    max_retries         = 5
    timeout             = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/003-unchecked.ps1"
    timeout = "1h"
  }

  provisioner "windows-restart" {
    restart_timeout = "30m"
    check_registry  = false
    timeout         = "1h"
  }

  provisioner "powershell" {
    script              = "${path.root}/steps/003-unchecked-check.ps1"
    start_retry_timeout = "30m"
    max_retries         = 5
    timeout             = "1h"
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
