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

variable "env_pve_password" {
  type      = string
  sensitive = true
}

variable "env_pve_user" {
  type      = string
  sensitive = true
}

source "proxmox-iso" "builder" {
  node          = "pve1"
  password      = var.env_pve_password
  proxmox_url   = "https://pve.example:8006/api2/json"
  ssh_username  = "packer"
  username      = var.env_pve_user
  template_name = "CloudInitOnProxmox-v${var.image_version}"
  vm_name       = "CloudInitOnProxmox-v${var.image_version}"

  boot_iso {
    iso_file = "local:iso/debian-12.iso"
  }

  additional_iso_files {
    iso_storage_pool = "local"
    unmount          = true
    cd_files         = ["${path.root}/media/user-data", "${path.root}/media/meta-data"]
    cd_label         = "cidata"
  }
}

build {
  sources = ["source.proxmox-iso.builder"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-hello.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-hello.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "CloudInitOnProxmox"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
