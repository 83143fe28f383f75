packer {
  required_plugins {
    xenserver = {
      source  = "github.com/vatesfr/xenserver"
      version = "~> 0.11.4"
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

variable "env_xen_password" {
  type      = string
  sensitive = true
}

variable "env_xen_user" {
  type      = string
  sensitive = true
}

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

source "xenserver-xva" "b" {
  format            = "none"
  keep_vm           = "never"
  network_names     = ["build"]
  output_directory  = var.output_directory
  remote_host       = "xen.example.com"
  remote_password   = var.env_xen_password
  remote_username   = var.env_xen_user
  skip_set_template = true
  source_path       = "/images/Corp.Base-v3.xva"
  sr_name           = "Local storage"
  ssh_password      = var.env_ssh_password
  ssh_username      = "packer"
  vm_name           = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
  vm_tags           = ["xoap-image"]
}

build {
  sources = ["source.xenserver-xva.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
