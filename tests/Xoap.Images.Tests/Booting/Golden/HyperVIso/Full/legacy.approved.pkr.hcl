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

source "hyperv-vmcx" "b" {
  clone_from_vmcx_path  = "/images/Corp.Base-v3"
  communicator          = "winrm"
  cpus                  = 4
  enable_dynamic_memory = false
  enable_secure_boot    = true
  generation            = 2
  headless              = true
  memory                = 8192
  output_directory      = var.output_directory
  secure_boot_template  = "MicrosoftWindows"
  skip_compaction       = true
  skip_export           = true
  switch_name           = "Default Switch"
  vm_name               = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
  winrm_insecure        = true
  winrm_password        = var.env_admin_password
  winrm_timeout         = "2h"
  winrm_use_ssl         = true
  winrm_username        = "Administrator"
}

build {
  sources = ["source.hyperv-vmcx.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
