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

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

variable "env_vsphere_user" {
  type      = string
  sensitive = true
}

source "vsphere-clone" "b" {
  cluster                = "build"
  datastore              = "datastore1"
  destroy                = true
  notes                  = "xoap-image: test of Corp.Base"
  password               = var.env_vsphere_password
  ssh_password           = var.env_ssh_password
  ssh_read_write_timeout = "5m"
  ssh_username           = "packer"
  template               = "Corp.Base-v3"
  username               = var.env_vsphere_user
  vcenter_server         = "vcenter.example.com"
  vm_name                = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
}

build {
  sources = ["source.vsphere-clone.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
