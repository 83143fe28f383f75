build {
  sources = ["source.azure-arm.azure"]

  provisioner "shell-local" {
    script          = "${path.root}/steps/001-hello.sh"
    execute_command = ["/bin/sh", "-c", "{{ .Vars }} /bin/sh \"$0\"", "${path.root}/steps/001-hello.sh"]
    timeout         = "1m"
  }

  provisioner "shell" {
    script          = "${path.root}/steps/002-seal.sh"
    skip_clean      = true
    binary          = true
    execute_command = "export {{ .Vars }}&& if [ \"$(id -un)\" = 'root' ]; then {{ .Path }}; elif [ \"$(id -u)\" = 0 ]; then su -s /bin/sh -c {{ .Path }} 'root'; else sudo -n -H -u 'root' env {{ .Vars }}{{ .Path }}; fi"
    timeout         = "1h"
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
