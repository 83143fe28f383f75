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

source "null" "local" {
  communicator = "none"
}

build {
  sources = ["source.null.local"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-only-here.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-only-here.sh"]
    timeout         = "1h"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Nothing"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
