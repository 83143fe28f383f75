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

source "docker" "_7_container" {
  commit = true
  image  = "debian:12"
  pull   = true
}

build {
  sources = ["source.docker._7_container"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-inside.sh"
    binary  = true
    timeout = "1h"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Container"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
