packer {
  required_plugins {
    amazon = {
      source  = "github.com/hashicorp/amazon"
      version = "~> 1.8.2"
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

source "amazon-ebs" "b" {
  ami_name      = "web-v3-test-${substr(uuidv4(), 0, 8)}"
  communicator  = "winrm"
  instance_type = "m6i.large"
  region        = "eu-central-1"
  run_tags = {
    stage        = "test"
    team         = "web"
    "xoap-image" = "web"
    "xoap-test"  = "v3"
  }
  skip_create_ami          = true
  source_ami               = "ami-0b"
  subnet_id                = "subnet-0a"
  windows_password_timeout = "30m"
  winrm_insecure           = true
  winrm_use_ntlm           = true
  winrm_use_ssl            = true
  winrm_username           = "Administrator"
  user_data_file           = "${path.root}/bootstrap/user-data.txt"

  launch_block_device_mappings {
    delete_on_termination = true
    device_name           = "/dev/sda1"
  }
}

build {
  sources = ["source.amazon-ebs.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
