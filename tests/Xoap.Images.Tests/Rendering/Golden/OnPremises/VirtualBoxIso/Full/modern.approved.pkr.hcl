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

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "virtualbox-iso" "b" {
  communicator         = "winrm"
  cpus                 = 4
  disk_size            = 81920
  format               = "ova"
  guest_additions_mode = "disable"
  guest_os_type        = "Windows2022_64"
  hard_drive_interface = "sata"
  headless             = true
  iso_checksum         = "sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
  iso_url              = "https://host/isos/windows-server-2022.iso"
  memory               = 8192
  shutdown_command     = "shutdown /s /t 10 /f"
  shutdown_timeout     = "20m"
  vboxmanage           = [["modifyvm", "{{.Name}}", "--nat-localhostreachable1", "on"]]
  winrm_insecure       = true
  winrm_password       = var.env_admin_password
  winrm_timeout        = "2h"
  winrm_use_ssl        = true
  winrm_username       = "Administrator"
  output_directory     = var.output_directory
  vm_name              = "Corp.Base-v${var.image_version}"
}

build {
  sources = ["source.virtualbox-iso.b"]

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
