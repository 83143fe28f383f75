# What every server of ours has: firewall on, no SMB 1, no LLMNR, PowerShell's script log. Exit codes: 0 done, 3010 restart needed, 1 failed.
param([string] $LogSizeMB = '64')
$ErrorActionPreference = 'Stop'

Set-NetFirewallProfile -All -Enabled True
Set-SmbServerConfiguration -EnableSMB1Protocol $false -Force

$dns = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient'
New-Item -Path $dns -Force | Out-Null
Set-ItemProperty -Path $dns -Name EnableMulticast -Value 0 -Type DWord

$logging = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\PowerShell\ScriptBlockLogging'
New-Item -Path $logging -Force | Out-Null
Set-ItemProperty -Path $logging -Name EnableScriptBlockLogging -Value 1 -Type DWord

foreach ($log in 'Application', 'Security', 'System') {
    & wevtutil.exe set-log $log "/maxsize:$([int] $LogSizeMB * 1MB)"
    if ($LASTEXITCODE -ne 0) { exit 1 }
}

$feature = Get-WindowsOptionalFeature -Online -FeatureName SMB1Protocol
if ($feature.State -ne 'Enabled') { exit 0 }
$change = Disable-WindowsOptionalFeature -Online -FeatureName SMB1Protocol -NoRestart
if ($change.RestartNeeded) { exit 3010 }
exit 0
