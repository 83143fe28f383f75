packer {
  required_plugins {
    vmware = {
      source  = "github.com/vmware/vmware"
      version = "~> 2.1.0"
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

source "vmware-vmx" "b" {
  output_directory       = var.output_directory
  skip_compaction        = true
  skip_export            = true
  source_path            = "/images/Corp.Base-v3/Corp.Base-v3.vmx"
  ssh_password           = var.env_ssh_password
  ssh_read_write_timeout = "5m"
  ssh_username           = "packer"
  vm_name                = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
}

build {
  sources = ["source.vmware-vmx.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
