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

source "qemu" "qemu" {
  iso_url          = "/images/debian-12.qcow2"
  iso_checksum     = "none"
  disk_image       = true
  disk_size        = "8G"
  cpus             = 2
  qemuargs         = [["-cpu", "max"], ["-serial", "file:serial.log"]]
  ssh_username     = "packer"
  ssh_password     = var.env_ssh_password
  shutdown_command = "sudo -n poweroff"
  boot_wait        = "-1s"
  headless         = true
  output_directory = var.output_directory
  vm_name          = "Restart-v${var.image_version}.qcow2"
}

build {
  sources = ["source.qemu.qemu"]

  provisioner "shell" {
    script            = "${path.root}/steps/001-restart.sh"
    expect_disconnect = true
    skip_clean        = true
    valid_exit_codes  = [0, 129, 137, 143, 255]
    binary            = true
    execute_command   = "export {{ .Vars }}&& if [ \"$(id -un)\" = 'root' ]; then {{ .Path }}; elif [ \"$(id -u)\" = 0 ]; then su -s /bin/sh -c {{ .Path }} 'root'; else sudo -n -H -u 'root' env {{ .Vars }}{{ .Path }}; fi"
    timeout           = "1h"
  }

  provisioner "shell" {
    script              = "${path.root}/steps/001-restart-check.sh"
    start_retry_timeout = "15m"
    binary              = true
    execute_command     = "export {{ .Vars }}&& if [ \"$(id -un)\" = 'root' ]; then {{ .Path }}; elif [ \"$(id -u)\" = 0 ]; then su -s /bin/sh -c {{ .Path }} 'root'; else sudo -n -H -u 'root' env {{ .Vars }}{{ .Path }}; fi"
    max_retries         = 10
    timeout             = "1h"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Restart"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
