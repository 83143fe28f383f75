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

source "hyperv-vmcx" "b" {
  clone_from_vmcx_path   = "/images/Corp.Base-v3"
  generation             = 2
  output_directory       = var.output_directory
  skip_compaction        = true
  skip_export            = true
  ssh_password           = var.env_ssh_password
  ssh_read_write_timeout = "5m"
  ssh_username           = "packer"
  vm_name                = "Corp-Base-v3-test-${substr(uuidv4(), 0, 8)}"
}

build {
  sources = ["source.hyperv-vmcx.b"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
