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

variable "env_arm_client_id" {
  type      = string
  sensitive = true
}

variable "env_arm_client_secret" {
  type      = string
  sensitive = true
}

variable "env_arm_subscription_id" {
  type      = string
  sensitive = true
}

variable "env_arm_tenant_id" {
  type      = string
  sensitive = true
}

source "azure-arm" "azure" {
  client_id       = var.env_arm_client_id
  client_secret   = var.env_arm_client_secret
  communicator    = "ssh"
  image_offer     = "ubuntu-24_04-lts"
  image_publisher = "Canonical"
  image_sku       = "server"
  image_version   = "latest"
  location        = "westeurope"
  os_type         = "Linux"
  ssh_username    = "packer"
  subscription_id = var.env_arm_subscription_id
  tenant_id       = var.env_arm_tenant_id
  vm_size         = "Standard_D2s_v3"
  azure_tags = {
    "xoap-image"         = "web"
    "xoap-image-version" = var.image_version
    "xoap-content-key"   = "c0ffee"
  }

  shared_image_gallery_destination {
    gallery_name   = "corp"
    image_name     = "ubuntu"
    resource_group = "rg-images"
    image_version  = "1.0.${var.image_version}"
  }
}

build {
  sources = ["source.azure-arm.azure"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-hello.sh"
    binary  = true
    timeout = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "web"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
