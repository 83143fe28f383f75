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

source "googlecompute" "b" {
  communicator = "ssh"
  labels = {
    team         = "web"
    "xoap-image" = "web"
    "xoap-test"  = "v3"
  }
  project_id              = "images-prod"
  skip_create_image       = true
  source_image            = "web-v3"
  source_image_project_id = ["images-prod"]
  ssh_read_write_timeout  = "5m"
  ssh_username            = "packer"
  zone                    = "europe-west3-a"
}

build {
  sources = ["source.googlecompute.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
