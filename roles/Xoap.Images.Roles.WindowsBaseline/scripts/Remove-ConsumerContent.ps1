# Removes the content of the retail demo and its service, and keeps Windows from installing suggested apps for new users: Sysprep fails on
# an app that one user only has.
# Exit codes: 0 done, 1 failed.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Remove-ConsumerContent.ps1

$ErrorActionPreference = 'Stop'
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\CloudContent'

if (-not (Test-Path -LiteralPath $policy)) {
    [void](New-Item -Path $policy -Force)
}
Set-ItemProperty -LiteralPath $policy -Name 'DisableWindowsConsumerFeatures' -Value 1 -Type DWord

if (Get-Service -Name 'RetailDemo' -ErrorAction SilentlyContinue) {
    Stop-Service -Name 'RetailDemo' -Force
    Set-Service -Name 'RetailDemo' -StartupType Disabled
}

$content = Join-Path $env:ProgramData 'Microsoft\Windows\RetailDemo'
if (Test-Path -LiteralPath $content) {
    Remove-Item -LiteralPath $content -Recurse -Force
}

exit 0
