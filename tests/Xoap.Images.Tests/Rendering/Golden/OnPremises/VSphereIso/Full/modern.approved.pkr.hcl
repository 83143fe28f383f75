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

source "vsphere-iso" "b" {
  CPUs         = 4
  RAM          = 8192
  boot_command = ["<spacebar>"]
  boot_wait    = "3s"
  cdrom_type   = "sata"
  communicator = "winrm"
  configuration_parameters = {
    "disk.EnableUUID" = "TRUE"
  }
  convert_to_template  = true
  datacenter           = "dc1"
  datastore            = "datastore1"
  disk_controller_type = ["pvscsi"]
  firmware             = "efi-secure"
  folder               = "templates"
  guest_os_type        = "windows11_64Guest"
  host                 = "esx1.example.com"
  insecure_connection  = true
  iso_paths            = ["[datastore1] iso/windows-11.iso"]
  notes                = "Built by $${team}"
  password             = var.env_vsphere_password
  remove_cdrom         = true
  shutdown_command     = "shutdown /s /t 10 /f"
  shutdown_timeout     = "20m"
  username             = var.env_vsphere_user
  vcenter_server       = "vcenter.example.com"
  vm_version           = 19
  winrm_insecure       = true
  winrm_password       = var.env_admin_password
  winrm_timeout        = "2h"
  winrm_use_ssl        = true
  winrm_username       = "Administrator"
  vm_name              = "Corp.Base-v${var.image_version}"

  storage {
    disk_size             = 81920
    disk_thin_provisioned = true
  }

  network_adapters {
    network      = "VM Network"
    network_card = "vmxnet3"
  }

  storage {
    disk_size             = 10240
    disk_thin_provisioned = true
  }
}

build {
  sources = ["source.vsphere-iso.b"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-tell.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-tell.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Corp.Base"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
