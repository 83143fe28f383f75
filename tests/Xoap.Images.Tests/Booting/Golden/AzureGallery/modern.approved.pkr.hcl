packer {
  required_plugins {
    azure = {
      source  = "github.com/hashicorp/azure"
      version = "~> 2.6.3"
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

variable "env_arm_subscription_id" {
  type      = string
  sensitive = true
}

source "azure-arm" "b" {
  azure_tags = {
    team         = "web"
    "xoap-image" = "web"
    "xoap-test"  = "v3"
  }
  communicator           = "ssh"
  location               = "westeurope"
  os_type                = "Linux"
  skip_create_image      = true
  ssh_read_write_timeout = "5m"
  ssh_username           = "packer"
  subscription_id        = var.env_arm_subscription_id
  use_azure_cli_auth     = true
  vm_size                = "Standard_D2s_v3"

  shared_image_gallery {
    gallery_name   = "corp"
    image_name     = "linux"
    image_version  = "1.0.3"
    resource_group = "rg-images"
    subscription   = var.env_arm_subscription_id
  }
}

build {
  sources = ["source.azure-arm.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
