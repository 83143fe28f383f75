# Turns telemetry off: the policy (editions below Enterprise go on with what is required), its service, and the scheduled tasks that collect.
# Exit codes: 0 done, 1 failed.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Limit-Telemetry.ps1

$ErrorActionPreference = 'Stop'
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\DataCollection'

if (-not (Test-Path -LiteralPath $policy)) {
    [void](New-Item -Path $policy -Force)
}
Set-ItemProperty -LiteralPath $policy -Name 'AllowTelemetry' -Value 0 -Type DWord

if (Get-Service -Name 'DiagTrack' -ErrorAction SilentlyContinue) {
    Stop-Service -Name 'DiagTrack' -Force
    Set-Service -Name 'DiagTrack' -StartupType Disabled
}

# Not every release has all of them.
$paths = '\Microsoft\Windows\Customer Experience Improvement Program\', '\Microsoft\Windows\Application Experience\'
$names = 'Consolidator', 'UsbCeip', 'Microsoft Compatibility Appraiser', 'ProgramDataUpdater'
foreach ($task in Get-ScheduledTask -TaskPath $paths -ErrorAction SilentlyContinue | Where-Object { $names -contains $_.TaskName }) {
    [void](Disable-ScheduledTask -InputObject $task)
    Write-Output "Disabled: $($task.TaskPath)$($task.TaskName)"
}

exit 0
