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

source "azure-arm" "azure" {
  communicator                      = "ssh"
  image_offer                       = "debian-12"
  image_publisher                   = "Debian"
  image_sku                         = "12-gen2"
  location                          = "westeurope"
  managed_image_resource_group_name = "rg-images"
  os_type                           = "Linux"
  ssh_username                      = "packer"
  subscription_id                   = "11111111-2222-3333-4444-555555555555"
  use_azure_cli_auth                = true
  vm_size                           = "Standard_D2s_v3"
  managed_image_name                = "web-v${var.image_version}"
  azure_tags = {
    "xoap-image"         = "web"
    "xoap-image-version" = var.image_version
    "xoap-content-key"   = "c0ffee"
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
