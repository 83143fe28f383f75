# Shows the text to whoever logs in.
param([Parameter(Mandatory)] [string] $Text)
$ErrorActionPreference = 'Stop'

$policy = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'
Set-ItemProperty -Path $policy -Name 'LegalNoticeCaption' -Value 'Notice'
Set-ItemProperty -Path $policy -Name 'LegalNoticeText' -Value $Text
