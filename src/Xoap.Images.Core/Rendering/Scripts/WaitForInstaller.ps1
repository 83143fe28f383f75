# Waits until Windows has done what it is installing, so that a restart does not break into it.
# Exit codes: 0 when nothing is being installed, and also when the time is up: Windows goes on after the restart.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/WaitForInstaller.ps1
param([int] $Minutes)

$end = (Get-Date).AddMinutes($Minutes)
while (Get-Process -Name 'TiWorker', 'msiexec' -ErrorAction SilentlyContinue | Where-Object { $_.SessionId -eq 0 }) {
    if ((Get-Date) -gt $end) {
        Write-Output "Windows is still installing after $Minutes minutes. It goes on after the restart."
        exit 0
    }

    Start-Sleep -Seconds 5
}

exit 0
