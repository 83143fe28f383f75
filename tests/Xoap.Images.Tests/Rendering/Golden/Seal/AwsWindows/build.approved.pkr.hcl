build {
  sources = ["source.amazon-ebs.aws"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-hello.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-hello.sh"]
    timeout         = "1m"
  }

  provisioner "powershell" {
    script  = "${path.root}/steps/002-seal.ps1"
    timeout = "1h"
  }

  post-processor "manifest" {
    output     = var.manifest_path
    strip_path = false
    custom_data = {
      image       = "win"
      version     = var.image_version
      content_key = "c0ffee"
      target_key  = "7a26e7"
    }
  }
}
