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
  cluster_name           = "build"
  image_skip             = true
  nutanix_endpoint       = "prism.example.com"
  nutanix_password       = var.env_prism_password
  nutanix_username       = var.env_prism_user
  os_type                = "Linux"
  ssh_password           = var.env_ssh_password
  ssh_read_write_timeout = "5m"
  ssh_username           = "packer"
  vm_force_delete        = true
  vm_name                = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"

  vm_disks {
    image_type        = "DISK_IMAGE"
    source_image_name = "Corp.Base-v3"
  }

  vm_nics {
    subnet_name = "vlan-20"
  }
}

build {
  sources = ["source.nutanix.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
