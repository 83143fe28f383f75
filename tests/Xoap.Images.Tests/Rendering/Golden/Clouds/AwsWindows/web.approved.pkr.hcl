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

variable "env_aws_access_key_id" {
  type      = string
  sensitive = true
}

variable "env_aws_secret_access_key" {
  type      = string
  sensitive = true
}

source "amazon-ebs" "aws" {
  access_key               = var.env_aws_access_key_id
  ami_regions              = ["eu-central-1", "eu-west-1"]
  communicator             = "winrm"
  encrypt_boot             = true
  instance_type            = "m6i.large"
  region                   = "eu-central-1"
  secret_key               = var.env_aws_secret_access_key
  subnet_id                = "subnet-0a1b2c3d"
  windows_password_timeout = "30m"
  winrm_insecure           = true
  winrm_use_ntlm           = true
  winrm_use_ssl            = true
  winrm_username           = "Administrator"
  ami_name                 = "web-v${var.image_version}"
  user_data_file           = "${path.root}/bootstrap/user-data.txt"
  ami_description          = "The \"web\" server {{`{{`}} of }} $${us}"
  tags = {
    team                 = "own"
    stage                = "prod"
    "cost-center"        = "42"
    Contact              = "Ops@Example.com"
    note                 = "{{`{{`}} me }}"
    "xoap-image"         = "web"
    "xoap-image-version" = var.image_version
    "xoap-content-key"   = "c0ffee"
  }

  launch_block_device_mappings {
    delete_on_termination = true
    device_name           = "/dev/sda1"
    iops                  = 3000
    throughput            = 125
    volume_size           = 80
    volume_type           = "gp3"
  }

  assume_role {
    role_arn = "arn:aws:iam::123456789012:role/images"
  }

  source_ami_filter {
    filters = {
      architecture          = "x86_64"
      name                  = "Windows_Server-2025-English-Full-Base-*"
      "root-device-type"    = "ebs"
      "virtualization-type" = "hvm"
    }
    most_recent = true
    owners      = ["amazon"]
  }
}

build {
  sources = ["source.amazon-ebs.aws"]

  provisioner "windows-restart" {
    timeout = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "web"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
