# Lets Packer reach a Windows guest of EC2: WinRM over TLS on port 5986 with a certificate that the guest makes for itself.
# Runs once, as user data at the first start.
# Exit codes: 0 when WinRM answers, 1 when a command failed. Then Packer waits in vain, and the error is in
# the log of EC2Launch, below C:\ProgramData\Amazon.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/WinRmOverTls.ps1

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$rule = 'Packer: WinRM over TLS'
Get-NetFirewallRule -DisplayName $rule -ErrorAction SilentlyContinue | Remove-NetFirewallRule

Set-Service -Name WinRM -StartupType Automatic
Start-Service -Name WinRM

# Packer signs in by NTLM: basic authentication stays off.
Get-ChildItem -Path WSMan:\localhost\Listener |
    Where-Object { $_.Keys -contains 'Transport=HTTPS' } |
    Remove-Item -Recurse -Force
$certificate = New-SelfSignedCertificate -DnsName $env:COMPUTERNAME -CertStoreLocation Cert:\LocalMachine\My
New-Item -Path WSMan:\localhost\Listener -Transport HTTPS -Address * -CertificateThumbPrint $certificate.Thumbprint -Force | Out-Null

# The firewall opens last, so that no session begins before the service has restarted.
Restart-Service -Name WinRM -Force
New-NetFirewallRule -DisplayName $rule -Direction Inbound -Protocol TCP -LocalPort 5986 -Action Allow | Out-Null
