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
  build_resource_group_name                = "rg-build"
  client_id                                = var.env_arm_client_id
  client_secret                            = var.env_arm_client_secret
  communicator                             = "winrm"
  custom_managed_image_name                = "win-base"
  custom_managed_image_resource_group_name = "rg-base"
  managed_image_resource_group_name        = "rg-images"
  os_disk_size_gb                          = 128
  os_type                                  = "Windows"
  private_virtual_network_with_public_ip   = false
  subscription_id                          = var.env_arm_subscription_id
  tenant_id                                = var.env_arm_tenant_id
  virtual_network_name                     = "net"
  virtual_network_resource_group_name      = "rg-net"
  virtual_network_subnet_name              = "build"
  vm_size                                  = "Standard_D4s_v3"
  winrm_insecure                           = true
  winrm_use_ssl                            = true
  winrm_username                           = "packer"
  managed_image_name                       = "web-v${var.image_version}"
  azure_tags = {
    team                 = "own"
    "cost-center"        = "42"
    Contact              = "Ops@Example.com"
    note                 = "{{`{{`}} me }}"
    "xoap-image"         = "web"
    "xoap-image-version" = var.image_version
    "xoap-content-key"   = "c0ffee"
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
