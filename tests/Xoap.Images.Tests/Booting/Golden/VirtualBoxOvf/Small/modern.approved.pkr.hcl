packer {
  required_plugins {
    virtualbox = {
      source  = "github.com/hashicorp/virtualbox"
      version = "~> 1.1.5"
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

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

source "virtualbox-ovf" "b" {
  checksum                = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
  guest_additions_mode    = "disable"
  output_directory        = var.output_directory
  skip_export             = true
  source_path             = "/images/Corp.Base-v3.ova"
  ssh_password            = var.env_ssh_password
  ssh_read_write_timeout  = "5m"
  ssh_username            = "packer"
  virtualbox_version_file = ""
  vm_name                 = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
}

build {
  sources = ["source.virtualbox-ovf.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
