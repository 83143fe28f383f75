packer {
  required_plugins {
    vsphere = {
      source  = "github.com/hashicorp/vsphere"
      version = "~> 2.1.0"
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

variable "env_vsphere_password" {
  type      = string
  sensitive = true
}

variable "env_vsphere_user" {
  type      = string
  sensitive = true
}

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "vsphere-clone" "b" {
  communicator        = "winrm"
  datacenter          = "dc1"
  datastore           = "datastore1"
  destroy             = true
  folder              = "templates"
  host                = "esx1.example.com"
  insecure_connection = true
  network             = "VM Network"
  notes               = "xoap-image: test of Corp.Base"
  password            = var.env_vsphere_password
  shutdown_command    = "shutdown /s /t 10 /f"
  shutdown_timeout    = "20m"
  template            = "templates/Corp.Base-v3"
  username            = var.env_vsphere_user
  vcenter_server      = "vcenter.example.com"
  vm_name             = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
  winrm_insecure      = true
  winrm_password      = var.env_admin_password
  winrm_timeout       = "2h"
  winrm_use_ssl       = true
  winrm_username      = "Administrator"
}

build {
  sources = ["source.vsphere-clone.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
