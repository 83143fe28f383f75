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

source "azure-arm" "b" {
  azure_tags = {
    stage        = "prod"
    team         = "web"
    "xoap-image" = "web"
    "xoap-test"  = "v3"
  }
  communicator                             = "winrm"
  custom_managed_image_name                = "web-v3"
  custom_managed_image_resource_group_name = "rg-images"
  location                                 = "westeurope"
  os_disk_size_gb                          = 128
  os_type                                  = "Windows"
  skip_create_image                        = true
  subscription_id                          = "11111111-2222-3333-4444-555555555555"
  use_azure_cli_auth                       = true
  virtual_network_name                     = "net"
  vm_size                                  = "Standard_D4s_v3"
  winrm_insecure                           = true
  winrm_use_ssl                            = true
  winrm_username                           = "packer"
}

build {
  sources = ["source.azure-arm.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
