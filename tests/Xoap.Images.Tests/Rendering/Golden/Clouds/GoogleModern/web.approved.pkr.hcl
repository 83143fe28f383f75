packer {
  required_plugins {
    googlecompute = {
      source  = "github.com/hashicorp/googlecompute"
      version = "~> 1.2.7"
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

source "googlecompute" "google" {
  communicator            = "ssh"
  project_id              = "images-prod"
  source_image_family     = "debian-12"
  source_image_project_id = ["debian-cloud"]
  ssh_username            = "packer"
  zone                    = "europe-west3-a"
  image_name              = "web-v${var.image_version}"
  image_labels = {
    "xoap-image"         = "web"
    "xoap-image-version" = var.image_version
    "xoap-content-key"   = "c0ffee"
  }
}

build {
  sources = ["source.googlecompute.google"]

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
