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

variable "private_folder" {
  type    = string
  default = "private"
}

variable "env_ssh_password" {
  type      = string
  sensitive = true
}

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "qemu" "builder" {
  iso_checksum = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  iso_url      = "https://isos.example/install.iso"
  ssh_password = var.env_ssh_password
  ssh_username = "packer"
  boot_wait    = "-1s"
  headless     = true
  cd_files = [
    "${var.private_folder}/Autounattend.xml",
    "${path.root}/media/enable-winrm.ps1",
    "${abspath(path.root)}/media/drivers",
  ]
  output_directory = var.output_directory
  vm_name          = "WindowsOnQemuLegacy-v${var.image_version}.qcow2"
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
      image       = "WindowsOnQemuLegacy"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
