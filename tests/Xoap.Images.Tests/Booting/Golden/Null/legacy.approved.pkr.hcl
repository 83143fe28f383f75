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

source "null" "host" {
  ssh_host               = "192.0.2.7"
  ssh_password           = var.env_root_password
  ssh_read_write_timeout = "5m"
  ssh_username           = "root"
}

build {
  sources = ["source.null.host"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-test.sh"
    binary  = true
    timeout = "5m"
  }
}
