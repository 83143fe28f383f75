# Chooses a power plan; the machine, its disks and its screen never go to sleep, and there is no hibernation file.
# Exit codes: 0 done, 1 failed.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Set-PowerPlan.ps1
param(
    [ValidateSet('HighPerformance', 'Balanced')] [string] $Plan = 'HighPerformance'
)

$ErrorActionPreference = 'Stop'
$powercfg = Join-Path $env:SystemRoot 'System32\powercfg.exe'
$plans = @{
    HighPerformance = '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'
    Balanced        = '381b4222-f694-41f0-9685-ff5bb260df2e'
}

function Invoke-PowerCfg {
    & $powercfg $args
    if ($LASTEXITCODE -ne 0) {
        throw "powercfg $args ended with $LASTEXITCODE."
    }
}

# Machines with Modern Standby hide all plans but one; a copy under its own name brings a plan back.
$id = $plans[$Plan]
if (-not (& $powercfg /list | Select-String -SimpleMatch $id -Quiet)) {
    Invoke-PowerCfg /duplicatescheme $id $id
}

Invoke-PowerCfg /setactive $id
foreach ($timeout in 'standby-timeout-ac', 'hibernate-timeout-ac', 'disk-timeout-ac', 'monitor-timeout-ac') {
    Invoke-PowerCfg /change $timeout 0
}

# Machines that cannot hibernate refuse this, and have no such file.
$process = Start-Process -FilePath $powercfg -ArgumentList '/hibernate', 'off' -WindowStyle Hidden -Wait -PassThru
Write-Output "The power plan is $Plan; powercfg /hibernate off ended with $($process.ExitCode)."
exit 0
