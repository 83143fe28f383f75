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

variable "env_google_credentials" {
  type      = string
  sensitive = true
}

source "googlecompute" "google" {
  communicator            = "ssh"
  credentials_json        = var.env_google_credentials
  image_architecture      = "ARM64"
  image_storage_locations = ["eu"]
  machine_type            = "t2a-standard-2"
  omit_external_ip        = true
  project_id              = "images-prod"
  source_image            = "base-v3"
  source_image_project_id = ["images-base"]
  ssh_username            = "builder"
  use_iap                 = true
  use_internal_ip         = true
  zone                    = "europe-west3-a"
  image_name              = "web-v${var.image_version}"
  image_description       = "The \"web\" server {{`{{`}} of }} $${us}"
  image_labels = {
    team                 = "workplace"
    "cost-center"        = "42"
    contact              = "ops-example-com"
    note                 = "---me---"
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
