packer {
  required_plugins {
    nutanix = {
      source  = "github.com/nutanix-cloud-native/nutanix"
      version = "~> 1.3.0"
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

variable "env_prism_password" {
  type      = string
  sensitive = true
}

variable "env_prism_user" {
  type      = string
  sensitive = true
}

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "nutanix" "b" {
  boot_type        = "secure_boot"
  cluster_uuid     = "00056024"
  communicator     = "winrm"
  cpu              = 4
  image_skip       = true
  memory_mb        = 8192
  nutanix_endpoint = "prism.example.com"
  nutanix_insecure = true
  nutanix_password = var.env_prism_password
  nutanix_username = var.env_prism_user
  os_type          = "Windows"
  project          = "images"
  vm_force_delete  = true
  vm_name          = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
  winrm_insecure   = true
  winrm_password   = var.env_admin_password
  winrm_timeout    = "2h"
  winrm_use_ssl    = true
  winrm_username   = "Administrator"

  vm_disks {
    image_type        = "DISK_IMAGE"
    source_image_name = "Corp.Base-v3"
  }

  vtpm {
    enabled = true
  }

  vm_nics {
    subnet_name = "vlan-20"
  }
}

build {
  sources = ["source.nutanix.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
