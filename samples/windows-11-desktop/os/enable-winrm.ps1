# Opens WinRM over TLS on port 5986 with a certificate of its own. sysprep.ps1, the last step, closes it for the next start.
# Runs once, at the first logon of an installation from an ISO. Exit codes: 0 done, 1 failed.
$ErrorActionPreference = 'Stop'
trap { Write-Output $_; exit 1 }

Get-NetConnectionProfile | Where-Object NetworkCategory -eq 'Public' | Set-NetConnectionProfile -NetworkCategory Private
Set-Service -Name WinRM -StartupType Automatic
Start-Service -Name WinRM

$certificate = New-SelfSignedCertificate -DnsName $env:COMPUTERNAME -CertStoreLocation Cert:\LocalMachine\My
Get-ChildItem -Path WSMan:\localhost\Listener | Where-Object { $_.Keys -contains 'Transport=HTTPS' } | Remove-Item -Recurse
New-Item -Path WSMan:\localhost\Listener -Transport HTTPS -Address * -CertificateThumbPrint $certificate.Thumbprint -Force | Out-Null
Set-Item -Path WSMan:\localhost\Service\Auth\Basic -Value $true
New-NetFirewallRule -DisplayName 'WinRM over TLS (build)' -Direction Inbound -Protocol TCP -LocalPort 5986 -Action Allow | Out-Null
exit 0
