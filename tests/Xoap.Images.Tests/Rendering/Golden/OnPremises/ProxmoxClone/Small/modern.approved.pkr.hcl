packer {
  required_plugins {
    proxmox = {
      source  = "github.com/hashicorp/proxmox"
      version = "~> 1.2.4"
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

variable "env_proxmox_password" {
  type      = string
  sensitive = true
}

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

source "proxmox-clone" "b" {
  clone_vm      = "debian-12"
  node          = "pve1"
  os            = "l26"
  password      = var.env_proxmox_password
  proxmox_url   = "https://pve.example.com:8006/api2/json"
  ssh_password  = var.env_ssh_password
  ssh_username  = "packer"
  username      = "packer@pve"
  template_name = "Corp-Base-v${var.image_version}"
  vm_name       = "Corp-Base-v${var.image_version}"
}

build {
  sources = ["source.proxmox-clone.b"]

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
