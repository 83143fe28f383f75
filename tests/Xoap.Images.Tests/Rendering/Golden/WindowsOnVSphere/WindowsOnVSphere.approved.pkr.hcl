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

source "vsphere-iso" "builder" {
  communicator   = "winrm"
  datastore      = "datastore1"
  guest_os_type  = "windows2022srvNext_64Guest"
  host           = "esx1"
  iso_checksum   = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  iso_url        = "https://isos.example/install.iso"
  password       = var.env_vsphere_password
  username       = var.env_vsphere_user
  vcenter_server = "vcenter.example"
  winrm_insecure = true
  winrm_password = var.env_admin_password
  winrm_use_ssl  = true
  winrm_username = "Administrator"
  cd_files = [
    "${path.root}/media/Autounattend.xml",
    "${path.root}/media/enable-winrm.ps1",
    "${abspath(path.root)}/media/drivers",
  ]
  vm_name = "WindowsOnVSphere-v${var.image_version}"

  storage {
    disk_size = 61440
  }
}

build {
  sources = ["source.vsphere-iso.builder"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-hello.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-hello.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "WindowsOnVSphere"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
