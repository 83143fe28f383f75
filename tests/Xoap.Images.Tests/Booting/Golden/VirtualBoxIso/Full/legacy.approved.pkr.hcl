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

source "virtualbox-ovf" "b" {
  checksum                = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
  communicator            = "winrm"
  guest_additions_mode    = "disable"
  headless                = true
  output_directory        = var.output_directory
  skip_export             = true
  source_path             = "/images/Corp.Base-v3/Corp.Base-v3.ovf"
  vboxmanage              = [["modifyvm", "{{.Name}}", "--nat-localhostreachable1", "on"]]
  virtualbox_version_file = ""
  vm_name                 = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
  winrm_insecure          = true
  winrm_password          = var.env_admin_password
  winrm_timeout           = "2h"
  winrm_use_ssl           = true
  winrm_username          = "Administrator"
}

build {
  sources = ["source.virtualbox-ovf.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
