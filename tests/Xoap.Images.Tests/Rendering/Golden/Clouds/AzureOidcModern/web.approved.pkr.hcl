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

variable "env_actions_id_token_request_token" {
  type      = string
  sensitive = true
}

variable "env_actions_id_token_request_url" {
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
  build_resource_group_name = "rg-build"
  client_id                 = var.env_arm_client_id
  communicator              = "winrm"
  image_offer               = "windows-11"
  image_publisher           = "MicrosoftWindowsDesktop"
  image_sku                 = "win11-24h2-ent"
  license_type              = "Windows_Client"
  oidc_request_token        = var.env_actions_id_token_request_token
  oidc_request_url          = var.env_actions_id_token_request_url
  os_type                   = "Windows"
  secure_boot_enabled       = true
  security_type             = "TrustedLaunch"
  subscription_id           = var.env_arm_subscription_id
  tenant_id                 = var.env_arm_tenant_id
  vm_size                   = "Standard_D4s_v5"
  vtpm_enabled              = true
  winrm_insecure            = true
  winrm_use_ssl             = true
  winrm_username            = "packer"
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
    gallery_name         = "corp"
    image_name           = "win11"
    resource_group       = "rg-images"
    storage_account_type = "Standard_ZRS"
    image_version        = "1.0.${var.image_version}"

    target_region {
      name     = "northeurope"
      replicas = 2
    }
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
