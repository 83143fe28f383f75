packer {
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "~> 1.1.4"
    }
  }
}

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

variable "file_licence" {
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
  vm_name          = "ServerModern-v${var.image_version}.qcow2"
}

build {
  sources = ["source.qemu.qemu"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-update-packages.sh"
    binary  = true
    timeout = "1h"
  }

  provisioner "shell-local" {
    inline       = ["exit 0"]
    pause_before = "30s"
  }

  provisioner "shell" {
    script           = "${path.root}/steps/002-register.sh"
    binary           = true
    environment_vars = ["LICENCE=${var.file_licence}"]
    use_env_var_file = true
    execute_command  = ". {{ .EnvVarFile }} && rm -f {{ .EnvVarFile }} && if [ \"$(id -un)\" = 'root' ]; then {{ .Path }}; elif [ \"$(id -u)\" = 0 ]; then su -s /bin/sh -c {{ .Path }} 'root'; else sudo -n -H --preserve-env=PACKER_BUILD_NAME,PACKER_BUILDER_TYPE,PACKER_HTTP_ADDR,PACKER_HTTP_IP,PACKER_HTTP_PORT,LICENCE -u 'root' {{ .Path }}; fi"
    valid_exit_codes = [0, 3]
    max_retries      = 2
    timeout          = "1h30m"
  }

  provisioner "shell" {
    script  = "${path.root}/steps/003-audit.sh"
    binary  = true
    timeout = "1h"
  }

  provisioner "shell" {
    script          = "${path.root}/steps/004-greet.sh"
    binary          = true
    execute_command = "export {{ .Vars }}&& if [ \"$(id -un)\" = 'www-data' ]; then {{ .Path }}; elif [ \"$(id -u)\" = 0 ]; then su -s /bin/sh -c {{ .Path }} 'www-data'; else sudo -n -H -u 'www-data' env {{ .Vars }}{{ .Path }}; fi"
    timeout         = "1h"
  }

  provisioner "shell" {
    scripts = ["${path.root}/steps/005-both-1.sh", "${path.root}/steps/005-both-2.sh"]
    binary  = true
    timeout = "1h"
  }

  provisioner "shell" {
    script          = "${path.root}/steps/006-site.sh"
    binary          = true
    execute_command = "/bin/sh {{ .Path }}"
    timeout         = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/006-site/"
    destination = "/var/www/html"
    timeout     = "1h"
  }

  provisioner "shell" {
    script          = "${path.root}/steps/007-config.sh"
    binary          = true
    execute_command = "/bin/sh {{ .Path }}"
    timeout         = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/007-config/site.conf"
    destination = "/tmp/007-config-0/site.conf"
    timeout     = "1h"
  }

  provisioner "shell" {
    script          = "${path.root}/steps/007-config-place.sh"
    binary          = true
    execute_command = "/bin/sh {{ .Path }}"
    timeout         = "1h"
  }

  provisioner "shell" {
    script            = "${path.root}/steps/008-restart.sh"
    expect_disconnect = true
    skip_clean        = true
    valid_exit_codes  = [0, 129, 137, 143, 255]
    binary            = true
    execute_command   = "export {{ .Vars }}&& if [ \"$(id -un)\" = 'root' ]; then {{ .Path }}; elif [ \"$(id -u)\" = 0 ]; then su -s /bin/sh -c {{ .Path }} 'root'; else sudo -n -H -u 'root' env {{ .Vars }}{{ .Path }}; fi"
    timeout           = "1h"
  }

  provisioner "shell" {
    script              = "${path.root}/steps/008-restart-check.sh"
    start_retry_timeout = "10m"
    binary              = true
    execute_command     = "export {{ .Vars }}&& if [ \"$(id -un)\" = 'root' ]; then {{ .Path }}; elif [ \"$(id -u)\" = 0 ]; then su -s /bin/sh -c {{ .Path }} 'root'; else sudo -n -H -u 'root' env {{ .Vars }}{{ .Path }}; fi"
    max_retries         = 10
    timeout             = "1h"
  }

  provisioner "shell-local" {
    script          = "${path.root}/steps/009-tell.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/009-tell.sh"]
    timeout         = "1h"
  }

  provisioner "breakpoint" {
    disable = true
    timeout = "1h"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "ServerModern"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
