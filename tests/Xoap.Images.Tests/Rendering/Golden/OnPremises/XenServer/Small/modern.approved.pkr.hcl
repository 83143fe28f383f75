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

source "xenserver-iso" "b" {
  iso_name         = "debian-12.iso"
  network_names    = ["build"]
  remote_host      = "xen.example.com"
  remote_password  = var.env_xen_password
  remote_username  = var.env_xen_user
  sr_name          = "Local storage"
  ssh_password     = var.env_ssh_password
  ssh_username     = "packer"
  output_directory = var.output_directory
  vm_name          = "Corp.Base-v${var.image_version}"
}

build {
  sources = ["source.xenserver-iso.b"]

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
