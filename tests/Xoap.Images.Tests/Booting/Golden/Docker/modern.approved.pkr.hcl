packer {
  required_plugins {
    docker = {
      source  = "github.com/hashicorp/docker"
      version = "~> 1.1.4"
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

source "docker" "b" {
  discard    = true
  image      = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
  privileged = true
  pull       = false
}

build {
  sources = ["source.docker.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
