Add-WindowsCapability -Online -Name OpenSSH.Server
