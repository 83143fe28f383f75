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

source "amazon-ebs" "aws" {
  communicator  = "ssh"
  instance_type = "t3.medium"
  region        = "eu-central-1"
  source_ami    = "ami-0123456789abcdef0"
  ssh_username  = "admin"
  ami_name      = "web-v${var.image_version}"
  tags = {
    "xoap-image"         = "web"
    "xoap-image-version" = var.image_version
    "xoap-content-key"   = "c0ffee"
  }
}

build {
  sources = ["source.amazon-ebs.aws"]

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
