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

source "googlecompute" "google" {
  communicator                = "winrm"
  disk_size                   = 80
  image_family                = "web-server"
  impersonate_service_account = "packer@images-prod.iam.gserviceaccount.com"
  machine_type                = "e2-standard-4"
  metadata = {
    "enable-oslogin" = "FALSE"
  }
  project_id              = "images-prod"
  source_image_family     = "windows-2025"
  source_image_project_id = ["windows-cloud"]
  subnetwork              = "build"
  tags                    = ["packer-winrm"]
  winrm_insecure          = true
  winrm_use_ntlm          = true
  winrm_use_ssl           = true
  winrm_username          = "packer_user"
  zone                    = "europe-west3-a"
  image_name              = "web-server-2025-v${var.image_version}"
  image_description       = "The \"web\" server {{`{{`}} of }} $${us}"
  image_labels = {
    team                 = "own"
    "cost-center"        = "42"
    contact              = "ops-example-com"
    note                 = "---me---"
    "xoap-image"         = "web-server_2025"
    "xoap-image-version" = var.image_version
    "xoap-content-key"   = "c0ffee"
  }
}

build {
  sources = ["source.googlecompute.google"]

  provisioner "windows-restart" {
    timeout = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Web.Server_2025"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
