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

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "hyperv-iso" "builder" {
  communicator     = "winrm"
  iso_checksum     = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  iso_url          = "https://isos.example/install.iso"
  winrm_insecure   = true
  winrm_password   = var.env_admin_password
  winrm_use_ssl    = true
  winrm_username   = "Administrator"
  floppy_files     = ["${path.root}/media/Autounattend.xml", "${path.root}/media/enable-winrm.ps1"]
  floppy_dirs      = ["${abspath(path.root)}/media/drivers"]
  output_directory = var.output_directory
  vm_name          = "WindowsOnHyperVLegacy-v${var.image_version}"
}

build {
  sources = ["source.hyperv-iso.builder"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-hello.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-hello.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "WindowsOnHyperVLegacy"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
