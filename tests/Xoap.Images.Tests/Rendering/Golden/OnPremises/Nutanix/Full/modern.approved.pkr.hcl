packer {
  required_plugins {
    nutanix = {
      source  = "github.com/nutanix-cloud-native/nutanix"
      version = "~> 1.3.0"
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

variable "env_prism_password" {
  type      = string
  sensitive = true
}

variable "env_prism_user" {
  type      = string
  sensitive = true
}

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "nutanix" "b" {
  boot_priority     = "cdrom"
  boot_type         = "secure_boot"
  cluster_uuid      = "00056024"
  communicator      = "winrm"
  cpu               = 4
  image_description = "Windows"
  memory_mb         = 8192
  nutanix_endpoint  = "prism.example.com"
  nutanix_insecure  = true
  nutanix_password  = var.env_prism_password
  nutanix_username  = var.env_prism_user
  os_type           = "Windows"
  project           = "images"
  shutdown_command  = "shutdown /s /t 10 /f"
  shutdown_timeout  = "20m"
  vm_force_delete   = true
  winrm_insecure    = true
  winrm_password    = var.env_admin_password
  winrm_timeout     = "2h"
  winrm_use_ssl     = true
  winrm_username    = "Administrator"
  image_name        = "Corp.Base-v${var.image_version}"
  vm_name           = "Corp.Base-v${var.image_version}"

  vm_disks {
    image_type                 = "ISO_IMAGE"
    source_image_checksum      = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
    source_image_checksum_type = "sha256"
    source_image_uri           = "https://host/isos/windows-server-2025.iso"
  }

  vm_disks {
    image_type        = "ISO_IMAGE"
    source_image_name = "virtio.iso"
  }

  vtpm {
    enabled = true
  }

  image_categories {
    key   = "OSType"
    value = "Windows"
  }

  vm_disks {
    disk_size_gb = 80
    image_type   = "DISK"
  }

  vm_nics {
    subnet_name = "vlan-20"
  }
}

build {
  sources = ["source.nutanix.b"]

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
