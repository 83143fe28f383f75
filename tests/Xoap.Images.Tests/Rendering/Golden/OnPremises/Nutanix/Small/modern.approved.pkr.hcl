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

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

source "nutanix" "b" {
  cluster_name     = "build"
  nutanix_endpoint = "prism.example.com"
  nutanix_password = var.env_prism_password
  nutanix_username = var.env_prism_user
  os_type          = "Linux"
  shutdown_command = "sudo shutdown -P now"
  ssh_password     = var.env_ssh_password
  ssh_username     = "packer"
  vm_force_delete  = true
  image_name       = "Corp.Base-v${var.image_version}"
  vm_name          = "Corp.Base-v${var.image_version}"

  vm_disks {
    image_type        = "ISO_IMAGE"
    source_image_name = "debian-12.iso"
  }

  vm_disks {
    disk_size_gb = 20
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
