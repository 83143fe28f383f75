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

variable "env_agent_token" {
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
    script  = "${path.root}/steps/001-small.ps1"
    timeout = "1h"
  }

  provisioner "shell-local" {
    inline       = ["exit 0"]
    pause_before = "30s"
  }

  provisioner "powershell" {
    script            = "${path.root}/steps/002-full.ps1"
    environment_vars  = ["TOKEN=${base64encode(var.env_agent_token)}", "ADDRESS=${base64encode(build.Host)}"]
    elevated_password = build.Password
    elevated_user     = build.User
    execution_policy  = "remotesigned"
    pause_after       = "10s"
    use_pwsh          = true
    valid_exit_codes  = [0, 1, 3010]
    max_retries       = 2
    timeout           = "1h"
  }

  provisioner "powershell" {
    script        = "${path.root}/steps/003-system.ps1"
    elevated_user = "SYSTEM"
    timeout       = "1h"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/004-small-script.ps1"
    timeout = "1h"
  }

  provisioner "powershell" {
    script            = "${path.root}/steps/005-full-script.ps1"
    environment_vars  = ["TOKEN=${base64encode(var.env_agent_token)}"]
    elevated_password = var.env_installer_password
    elevated_user     = ".\\installer"
    valid_exit_codes  = [0, 3010]
    timeout           = "1h"
  }

  provisioner "powershell" {
    scripts = ["${path.root}/steps/006-both-1.ps1", "${path.root}/steps/006-both-2.ps1"]
    timeout = "1h"
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
