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

variable "test_results_path" {
  type    = string
  default = "test-results.txt"
}

variable "test_run" {
  type    = string
  default = "0"
}

variable "env_password" {
  type      = string
  sensitive = true
}

variable "env_token" {
  type      = string
  sensitive = true
}

source "qemu" "qemu" {
  communicator     = "ssh"
  ssh_username     = "packer"
  ssh_password     = var.env_password
  shutdown_command = "shutdown"
  iso_url          = "disk.qcow2"
  iso_checksum     = "none"
  disk_image       = true
  boot_wait        = "-1s"
  headless         = true
  output_directory = var.output_directory
  vm_name          = "Linux-v${var.image_version}.qcow2"
}

build {
  sources = ["source.qemu.qemu"]

  provisioner "shell" {
    script  = "${path.root}/steps/001-install.sh"
    binary  = true
    timeout = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/002-tests/002-tests.tar.gz"
    destination = "/tmp/002-tests-${var.test_run}.tar.gz"
    timeout     = "14m"
  }

  provisioner "shell" {
    script           = "${path.root}/steps/002-tests-prepare.sh"
    binary           = true
    environment_vars = ["XOAP_TESTS=/tmp/002-tests-${var.test_run}"]
    execute_command  = "{{ .Vars }}/bin/sh {{ .Path }}"
    timeout          = "14m"
  }

  provisioner "shell" {
    script           = "${path.root}/steps/002-tests-1.sh"
    binary           = true
    environment_vars = ["XOAP_TESTS=/tmp/002-tests-${var.test_run}"]
    execute_command  = "{{ .Vars }}/bin/sh {{ .Path }}"
    timeout          = "14m"
  }

  provisioner "shell" {
    script           = "${path.root}/steps/002-tests-2.sh"
    binary           = true
    environment_vars = ["XOAP_TESTS=/tmp/002-tests-${var.test_run}", "XOAP_002_TOKEN=${var.env_token}"]
    use_env_var_file = true
    execute_command  = ". {{ .EnvVarFile }} && rm -f {{ .EnvVarFile }} && if [ \"$(id -un)\" = 'root' ]; then /bin/sh {{ .Path }}; elif [ \"$(id -u)\" = 0 ]; then if why=$(su -s /bin/sh -c : 'root' 2>&1); then su -s /bin/sh -c '/bin/sh {{ .Path }}' 'root'; else XOAP_TESTS_REFUSED='The tests cannot run as root: '\"$why\" /bin/sh {{ .Path }}; fi; elif why=$(sudo -n -H -u 'root' true 2>&1); then sudo -n -H --preserve-env=XOAP_TESTS,XOAP_002_TOKEN -u 'root' /bin/sh {{ .Path }}; else XOAP_TESTS_REFUSED='The tests cannot run as root: '\"$why\" /bin/sh {{ .Path }}; fi"
    timeout          = "14m"
  }

  provisioner "file" {
    direction   = "download"
    source      = "/tmp/002-tests-${var.test_run}/results.txt"
    destination = var.test_results_path
    timeout     = "14m"
  }

  provisioner "shell" {
    script           = "${path.root}/steps/002-tests-end.sh"
    binary           = true
    environment_vars = ["XOAP_TESTS=/tmp/002-tests-${var.test_run}"]
    execute_command  = "{{ .Vars }}/bin/sh {{ .Path }}"
    timeout          = "14m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Linux"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
