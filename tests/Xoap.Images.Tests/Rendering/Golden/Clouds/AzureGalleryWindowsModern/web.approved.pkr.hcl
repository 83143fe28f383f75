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
  client_id                                        = var.env_arm_client_id
  client_secret                                    = var.env_arm_client_secret
  communicator                                     = "winrm"
  location                                         = "westeurope"
  managed_image_resource_group_name                = "rg-images"
  os_type                                          = "Windows"
  shared_gallery_image_version_exclude_from_latest = true
  subscription_id                                  = var.env_arm_subscription_id
  tenant_id                                        = var.env_arm_tenant_id
  vm_size                                          = "Standard_D4s_v3"
  winrm_insecure                                   = true
  winrm_use_ssl                                    = true
  winrm_username                                   = "packer"
  managed_image_name                               = "web-v${var.image_version}"
  azure_tags = {
    team                 = "workplace"
    "cost-center"        = "42"
    Contact              = "Ops@Example.com"
    note                 = "{{`{{`}} me }}"
    "xoap-image"         = "web"
    "xoap-image-version" = var.image_version
    "xoap-content-key"   = "c0ffee"
  }

  shared_image_gallery_destination {
    gallery_name   = "corp"
    image_name     = "win"
    image_version  = "2025.11.21"
    resource_group = "rg-images"
    subscription   = "66666666-2222-3333-4444-555555555555"
  }

  shared_image_gallery {
    gallery_name   = "corp"
    image_name     = "win-base"
    image_version  = "1.0.3"
    resource_group = "rg-base"
    subscription   = var.env_arm_subscription_id
  }
}

build {
  sources = ["source.azure-arm.azure"]

  provisioner "windows-restart" {
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
