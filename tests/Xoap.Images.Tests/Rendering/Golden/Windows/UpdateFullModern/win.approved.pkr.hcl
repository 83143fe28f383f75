packer {
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "~> 1.1.4"
    }
    windows-update = {
      source  = "github.com/rgl/windows-update"
      version = "~> 0.18.4"
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

  provisioner "windows-update" {
    filters            = ["exclude:$_.Title -like '*it''s {x} „quoted“*'", "include:$true"]
    password           = var.env_installer_password
    restart_timeout    = "45m"
    search_criteria    = "IsInstalled=0 and Type='Software'"
    update_limit       = 25
    update_max_retries = 7
    username           = ".\\installer"
    timeout            = "1h"
  }

  provisioner "windows-update" {
    filters            = ["exclude:$_.Title -like '*it''s {x} „quoted“*'", "include:$true"]
    password           = var.env_installer_password
    restart_timeout    = "45m"
    search_criteria    = "IsInstalled=0 and Type='Software'"
    update_limit       = 25
    update_max_retries = 7
    username           = ".\\installer"
    timeout            = "1h"
  }

  provisioner "powershell" {
    script            = "${path.root}/steps/001-full-check.ps1"
    elevated_user     = ".\\installer"
    elevated_password = var.env_installer_password
    timeout           = "1h"
  }

  provisioner "windows-update" {
    search_criteria = "AutoSelectOnWebSites=0 and IsInstalled=0"
    filters         = ["exclude:$_.Title -like '*Preview*'", "include:$_.BrowseOnly"]
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
