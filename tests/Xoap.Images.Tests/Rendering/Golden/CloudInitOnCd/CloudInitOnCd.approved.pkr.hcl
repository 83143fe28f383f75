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

source "qemu" "builder" {
  iso_checksum     = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  iso_url          = "https://isos.example/install.iso"
  ssh_password     = var.env_ssh_password
  ssh_username     = "packer"
  boot_wait        = "-1s"
  headless         = true
  cd_files         = ["${path.root}/media/user-data", "${path.root}/media/meta-data"]
  cd_label         = "cidata"
  output_directory = var.output_directory
  vm_name          = "CloudInitOnCd-v${var.image_version}.qcow2"
}

build {
  sources = ["source.qemu.builder"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-hello.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-hello.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "CloudInitOnCd"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
