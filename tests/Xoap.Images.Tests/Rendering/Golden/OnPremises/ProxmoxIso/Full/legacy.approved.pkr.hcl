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

variable "env_proxmox_password" {
  type      = string
  sensitive = true
}

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "proxmox-iso" "b" {
  boot_command             = ["<enter>"]
  boot_wait                = "3s"
  communicator             = "winrm"
  cores                    = 4
  cpu_type                 = "host"
  insecure_skip_tls_verify = true
  memory                   = 8192
  node                     = "pve1"
  os                       = "win11"
  password                 = var.env_proxmox_password
  proxmox_url              = "https://pve.example.com:8006/api2/json"
  scsi_controller          = "virtio-scsi-pci"
  username                 = "packer@pve"
  winrm_insecure           = true
  winrm_password           = var.env_admin_password
  winrm_timeout            = "2h"
  winrm_use_ssl            = true
  winrm_username           = "Administrator"
  iso_file                 = "local:iso/windows-server-2025.iso"
  unmount_iso              = true
  template_name            = "Corp-Base-v${var.image_version}"
  vm_name                  = "Corp-Base-v${var.image_version}"

  disks {
    cache_mode        = "writeback"
    disk_size         = "80G"
    format            = "raw"
    storage_pool      = "local-lvm"
    storage_pool_type = "lvm-thin"
    type              = "scsi"
  }

  network_adapters {
    bridge   = "vmbr0"
    model    = "virtio"
    vlan_tag = "20"
  }
}

build {
  sources = ["source.proxmox-iso.b"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-tell.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-tell.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "Corp.Base"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
