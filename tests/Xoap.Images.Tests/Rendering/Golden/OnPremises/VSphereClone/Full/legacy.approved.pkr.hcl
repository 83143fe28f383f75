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
  CPUs                 = 4
  RAM                  = 8192
  convert_to_template  = true
  datastore            = "datastore1"
  disk_controller_type = ["pvscsi"]
  disk_size            = 81920
  folder               = "templates"
  host                 = "esx1.example.com"
  network              = "lan"
  password             = var.env_vsphere_password
  shutdown_command     = "sudo shutdown -P now"
  ssh_password         = var.env_ssh_password
  ssh_username         = "packer"
  template             = "debian-12"
  username             = var.env_vsphere_user
  vcenter_server       = "vcenter.example.com"
  vm_name              = "Corp.Base-v${var.image_version}"

  storage {
    disk_size = 10240
  }

  export {
    force            = true
    output_directory = var.output_directory
  }
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
