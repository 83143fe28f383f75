packer {
  required_plugins {
    virtualbox = {
      source  = "github.com/hashicorp/virtualbox"
      version = "~> 1.1.5"
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

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

source "virtualbox-ovf" "b" {
  checksum             = "sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
  format               = "ova"
  guest_additions_mode = "disable"
  headless             = true
  import_opts          = "keepallmacs"
  shutdown_command     = "sudo shutdown -P now"
  source_path          = "https://host/debian-12.ova"
  ssh_password         = var.env_ssh_password
  ssh_username         = "packer"
  output_directory     = var.output_directory
  vm_name              = "Corp.Base-v${var.image_version}"
}

build {
  sources = ["source.virtualbox-ovf.b"]

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
