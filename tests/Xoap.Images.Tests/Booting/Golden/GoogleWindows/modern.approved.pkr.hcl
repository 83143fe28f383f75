packer {
  required_plugins {
    googlecompute = {
      source  = "github.com/hashicorp/googlecompute"
      version = "~> 1.2.7"
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

source "googlecompute" "b" {
  communicator = "winrm"
  disk_size    = 80
  labels = {
    team         = "web"
    "xoap-image" = "web"
    "xoap-test"  = "v3"
  }
  machine_type            = "e2-standard-4"
  project_id              = "images-prod"
  skip_create_image       = true
  source_image            = "web-v3"
  source_image_project_id = ["images-shared"]
  subnetwork              = "build"
  winrm_insecure          = true
  winrm_use_ntlm          = true
  winrm_use_ssl           = true
  winrm_username          = "packer_user"
  zone                    = "europe-west3-a"
}

build {
  sources = ["source.googlecompute.b"]

  provisioner "powershell" {
    script  = "${path.root}/steps/001-test.ps1"
    timeout = "5m"
  }
}
