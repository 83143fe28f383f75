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

variable "env_root_password" {
  type      = string
  sensitive = true
}

source "qemu" "qemu" {
  disk_image             = true
  format                 = "qcow2"
  iso_checksum           = "none"
  iso_url                = "/images/web-v3.qcow2"
  output_directory       = var.output_directory
  skip_compaction        = true
  skip_resize_disk       = true
  ssh_password           = var.env_root_password
  ssh_read_write_timeout = "5m"
  ssh_username           = "root"
  vm_name                = "test"
  boot_wait              = "-1s"
  headless               = true
}

build {
  sources = ["source.qemu.qemu"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
