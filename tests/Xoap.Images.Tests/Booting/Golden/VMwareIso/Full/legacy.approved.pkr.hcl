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

source "vmware-vmx" "b" {
  communicator     = "winrm"
  headless         = true
  output_directory = var.output_directory
  skip_compaction  = true
  skip_export      = true
  source_path      = "/images/Corp.Base-v3/Corp.Base-v3.vmx"
  vm_name          = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
  vmx_data = {
    firmware                  = "efi"
    "uefi.secureBoot.enabled" = "TRUE"
  }
  winrm_insecure = true
  winrm_password = var.env_admin_password
  winrm_timeout  = "2h"
  winrm_use_ssl  = true
  winrm_username = "Administrator"
}

build {
  sources = ["source.vmware-vmx.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
