# Closes the build's way in and generalises an on-premises installation. It goes on running: Packer turns it off afterwards.
# Exit codes: 0 generalised, 1 failed; then sysprep's own log stands in the output.
$ErrorActionPreference = 'Stop'
$state = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State'
$patience = [TimeSpan]::FromMinutes(20)

# The build's way in ends with the build: the service goes on for Packer, and machines made from the image start without it.
Set-Service -Name WinRM -StartupType Disabled

Start-Process -FilePath "$env:WINDIR\System32\Sysprep\sysprep.exe" -ArgumentList '/generalize', '/oobe', '/quiet', '/quit' -Wait

$clock = [Diagnostics.Stopwatch]::StartNew()
while ((Get-ItemProperty -Path $state).ImageState -ne 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE') {
    if ($clock.Elapsed -gt $patience) {
        Get-Content -Path "$env:WINDIR\System32\Sysprep\Panther\setuperr.log" -Tail 20 -ErrorAction SilentlyContinue
        Write-Output "sysprep did not finish within $($patience.TotalMinutes) minutes."
        exit 1
    }
    Start-Sleep -Seconds 5
}
exit 0
