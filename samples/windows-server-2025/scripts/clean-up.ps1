# Leaves nothing of the build: temporary files, update leftovers, event logs. Exit codes: 0 done, 1 failed.
$ErrorActionPreference = 'Stop'

foreach ($folder in $env:TEMP, "$env:WINDIR\Temp", "$env:WINDIR\SoftwareDistribution\Download") {
    Get-ChildItem -Path $folder -Force -ErrorAction SilentlyContinue |
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue # what is in use stays
}

& dism.exe /Online /Cleanup-Image /StartComponentCleanup /Quiet
if ($LASTEXITCODE -ne 0) { exit 1 }

foreach ($log in 'Application', 'Security', 'Setup', 'System') {
    & wevtutil.exe clear-log $log
    if ($LASTEXITCODE -ne 0) { exit 1 }
}
exit 0
