packer {
  required_plugins {
    hyperv = {
      source  = "github.com/hashicorp/hyperv"
      version = "~> 1.1.4"
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

source "hyperv-iso" "b" {
  boot_command          = ["<enter>"]
  boot_wait             = "1s"
  communicator          = "winrm"
  cpus                  = 4
  disk_additional_size  = [10240]
  disk_size             = 81920
  enable_dynamic_memory = false
  enable_secure_boot    = true
  generation            = 2
  headless              = true
  iso_checksum          = "sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
  iso_url               = "//server/isos/windows-11.iso"
  memory                = 8192
  secure_boot_template  = "MicrosoftWindows"
  shutdown_command      = "shutdown /s /t 10 /f"
  shutdown_timeout      = "20m"
  switch_name           = "Default Switch"
  winrm_insecure        = true
  winrm_password        = var.env_admin_password
  winrm_timeout         = "2h"
  winrm_use_ssl         = true
  winrm_username        = "Administrator"
  output_directory      = var.output_directory
  vm_name               = "Corp.Base-v${var.image_version}"
}

build {
  sources = ["source.hyperv-iso.b"]

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
