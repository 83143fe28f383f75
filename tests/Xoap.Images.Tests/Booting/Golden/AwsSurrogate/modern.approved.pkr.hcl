packer {
  required_plugins {
    amazon = {
      source  = "github.com/hashicorp/amazon"
      version = "~> 1.8.2"
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

source "amazon-ebs" "b" {
  ami_name      = "web-v3-test-${substr(uuidv4(), 0, 8)}"
  instance_type = "t3.medium"
  region        = "eu-central-1"
  run_tags = {
    team         = "web"
    "xoap-image" = "web"
    "xoap-test"  = "v3"
  }
  skip_create_ami        = true
  source_ami             = "ami-0b"
  ssh_read_write_timeout = "5m"
  ssh_username           = "admin"

  launch_block_device_mappings {
    delete_on_termination = true
    device_name           = "/dev/xvda"
  }
}

build {
  sources = ["source.amazon-ebs.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
