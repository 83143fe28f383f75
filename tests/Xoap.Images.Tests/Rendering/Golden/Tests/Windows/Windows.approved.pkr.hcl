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

source "qemu" "windows" {
  communicator     = "winrm"
  winrm_username   = "packer"
  winrm_password   = var.env_password
  shutdown_command = "shutdown"
  iso_url          = "disk.qcow2"
  iso_checksum     = "none"
  disk_image       = true
  boot_wait        = "-1s"
  headless         = true
  output_directory = var.output_directory
  vm_name          = "Windows-v${var.image_version}.qcow2"
}

build {
  sources = ["source.qemu.windows"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-install.ps1"
    timeout = "1h"
  }

  provisioner "file" {
    source      = "${path.root}/files/002-tests/002-tests.zip"
    destination = "C:/Windows/Temp/002-tests-${var.test_run}.zip"
    timeout     = "14m"
  }

  provisioner "powershell" {
    script           = "${path.root}/steps/002-tests-prepare.ps1"
    environment_vars = ["XOAP_TESTS=C:\\Windows\\Temp\\002-tests-${var.test_run}"]
    timeout          = "14m"
  }

  provisioner "powershell" {
    script           = "${path.root}/steps/002-tests-1.ps1"
    environment_vars = ["XOAP_TESTS=C:\\Windows\\Temp\\002-tests-${var.test_run}"]
    timeout          = "14m"
  }

  provisioner "powershell" {
    script           = "${path.root}/steps/002-tests-user-2.ps1"
    environment_vars = ["XOAP_TESTS=C:\\Windows\\Temp\\002-tests-${var.test_run}"]
    timeout          = "14m"
  }

  provisioner "powershell" {
    script = "${path.root}/steps/002-tests-2.ps1"
    environment_vars = [
      "XOAP_TESTS=C:\\Windows\\Temp\\002-tests-${var.test_run}",
      "XOAP_002_TOKEN=${base64encode(var.env_token)}",
    ]
    elevated_user     = "admin"
    elevated_password = var.env_password
    timeout           = "14m"
  }

  provisioner "file" {
    direction   = "download"
    source      = "C:/Windows/Temp/002-tests-${var.test_run}/results.txt"
    destination = var.test_results_path
    timeout     = "14m"
  }

  provisioner "powershell" {
    script           = "${path.root}/steps/002-tests-end.ps1"
    environment_vars = ["XOAP_TESTS=C:\\Windows\\Temp\\002-tests-${var.test_run}"]
    timeout          = "14m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Windows"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
