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

source "file" "file" {
  content = "Hello $${world}"
  target  = "${var.output_directory}/JustAFile-v${var.image_version}"
}

build {
  sources = ["source.file.file"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-tell.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-tell.sh"]
    timeout         = "1h"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "JustAFile"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
