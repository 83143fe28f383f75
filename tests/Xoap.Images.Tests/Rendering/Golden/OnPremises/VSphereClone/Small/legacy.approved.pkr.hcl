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

variable "env_vsphere_password" {
  type      = string
  sensitive = true
}

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

variable "env_vsphere_user" {
  type      = string
  sensitive = true
}

source "vsphere-clone" "b" {
  cluster        = "build"
  password       = var.env_vsphere_password
  ssh_password   = var.env_ssh_password
  ssh_username   = "packer"
  template       = "debian-12"
  username       = var.env_vsphere_user
  vcenter_server = "vcenter.example.com"
  vm_name        = "Corp.Base-v${var.image_version}"
}

build {
  sources = ["source.vsphere-clone.b"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-tell.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-tell.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Corp.Base"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
