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

variable "env_admin_password" {
  type      = string
  sensitive = true
}

source "qemu" "builder" {
  iso_checksum = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  iso_url      = "https://isos.example/install.iso"
  ssh_password = var.env_ssh_password
  ssh_username = "packer"
  boot_wait    = "-1s"
  headless     = true
  cd_files     = ["${path.root}/media/enable-winrm.ps1", "${abspath(path.root)}/media/drivers"]
  cd_content = {
    "Autounattend.xml" = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<unattend xmlns=\"urn:schemas-microsoft-com:unattend\" xmlns:wcm=\"http://schemas.microsoft.com/WMIConfig/2002/State\">\n  <settings pass=\"windowsPE\">\n    <component name=\"Microsoft-Windows-International-Core-WinPE\" processorArchitecture=\"amd64\" publicKeyToken=\"31bf3856ad364e35\" language=\"neutral\" versionScope=\"nonSxS\">\n      <UILanguage>en-US</UILanguage>\n    </component>\n    <component name=\"Microsoft-Windows-Setup\" processorArchitecture=\"amd64\" publicKeyToken=\"31bf3856ad364e35\" language=\"neutral\" versionScope=\"nonSxS\">\n      <ImageInstall>\n        <OSImage>\n          <InstallFrom>\n            <MetaData wcm:action=\"add\">\n              <Key>/IMAGE/NAME</Key>\n              <Value>Windows Server 2025 SERVERSTANDARD</Value>\n            </MetaData>\n          </InstallFrom>\n          <InstallTo>\n            <DiskID>0</DiskID>\n            <PartitionID>1</PartitionID>\n          </InstallTo>\n        </OSImage>\n      </ImageInstall>\n      <UserData>\n        <AcceptEula>true</AcceptEula>\n      </UserData>\n    </component>\n  </settings>\n  <settings pass=\"oobeSystem\">\n    <component name=\"Microsoft-Windows-Shell-Setup\" processorArchitecture=\"amd64\" publicKeyToken=\"31bf3856ad364e35\" language=\"neutral\" versionScope=\"nonSxS\">\n      <UserAccounts>\n        <AdministratorPassword>\n          <Value>${replace(replace(replace(replace(replace(var.env_admin_password, "&", "&amp;"), "<", "&lt;"), ">", "&gt;"), "\"", "&quot;"), "'", "&apos;")}</Value>\n          <PlainText>true</PlainText>\n        </AdministratorPassword>\n      </UserAccounts>\n      <FirstLogonCommands>\n        <SynchronousCommand wcm:action=\"add\">\n          <Order>1</Order>\n          <CommandLine>powershell -NoProfile -ExecutionPolicy Bypass -File E:\\enable-winrm.ps1</CommandLine>\n        </SynchronousCommand>\n      </FirstLogonCommands>\n    </component>\n  </settings>\n</unattend>\n"
  }
  output_directory = var.output_directory
  vm_name          = "WindowsOnQemu-v${var.image_version}.qcow2"
}

build {
  sources = ["source.qemu.builder"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-hello.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-hello.sh"]
    timeout         = "5m"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "WindowsOnQemu"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
