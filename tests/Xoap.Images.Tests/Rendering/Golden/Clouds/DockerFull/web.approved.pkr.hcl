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

source "docker" "docker" {
  export_path = "/projects/web/web.tar"
  image       = "debian:12"
  privileged  = true
  pull        = false
  run_command = ["-d", "-i", "-t", "--", "{{ .Image }}", "/bin/sh"]
  volumes = {
    "/tmp/cache" = "/cache"
  }
}

build {
  sources = ["source.docker.docker"]

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
