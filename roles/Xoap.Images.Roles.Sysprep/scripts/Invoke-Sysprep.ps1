# Generalises Windows with Sysprep, waits until Windows says that it is done, and otherwise says why not, with the ends of Sysprep's logs.
# The machine stays up, so that a failure can still be reported; with -End Shutdown, Windows is told to stop half a minute later.
# Exit codes: 0 Windows is generalised, 10 a restart is pending, 11 Sysprep failed, 12 it took too long.
# Source: Xoap.Images, roles/Xoap.Images.Roles.Sysprep/scripts/Invoke-Sysprep.ps1
param(
    [ValidateSet('Quit', 'Shutdown')] [string] $End = 'Quit',
    [ValidateSet('true', 'false')] [string] $VmMode = 'true',
    [int] $Minutes = 45
)

$ErrorActionPreference = 'Stop'
$limit = (Get-Date).AddMinutes($Minutes)
$folder = Join-Path $env:SystemRoot 'System32\Sysprep'
$answers = Join-Path $folder 'image-answers.xml'

function Get-ImageState {
    (Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State').ImageState
}

# Shows the ends of Sysprep's logs and what their known messages mean, and ends the step.
function Stop-Step([int] $Code, [string] $Reason) {
    foreach ($name in 'setuperr.log', 'setupact.log') {
        $log = Join-Path $folder "Panther\$name"
        if (Test-Path -LiteralPath $log) {
            Write-Host "--- The end of $log"
            Get-Content -LiteralPath $log -Tail 30 | ForEach-Object { Write-Host $_ }
            if (Select-String -LiteralPath $log -SimpleMatch 'not provisioned for all users' -Quiet) {
                $Reason += ' An app is installed for one user only: remove it (Remove-AppxPackage), or provision it for all.'
            }
            if (Select-String -LiteralPath $log -SimpleMatch 'reserved storage' -Quiet) {
                $Reason += ' An update is still being installed: restart Windows before the seal.'
            }
        }
    }

    [Console]::Error.WriteLine("The image is not generalised (state $(Get-ImageState)). $Reason")
    exit $Code
}

foreach ($key in 'Component Based Servicing\RebootPending', 'WindowsUpdate\Auto Update\RebootRequired') {
    if (Test-Path -LiteralPath "HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\$key") {
        Stop-Step 10 'A restart is pending, and Sysprep would fail on it: put a WindowsRestart before the seal.'
    }
}

# What an earlier run wrote there would be taken for this one's reasons.
Remove-Item -Path (Join-Path $folder 'Panther\*.log') -Force -ErrorAction SilentlyContinue

$options = @('/generalize', '/oobe', '/quiet', '/quit')
if ($VmMode -eq 'true') {
    $options += '/mode:vm'
}
if (Test-Path -LiteralPath $answers) {
    $options += "/unattend:$answers"
}

Write-Host "Running Sysprep $options"
$process = Start-Process -FilePath (Join-Path $folder 'Sysprep.exe') -ArgumentList $options -NoNewWindow -PassThru
# Windows PowerShell knows the exit code only of a process whose handle it has asked for.
[void] $process.Handle
$state = ''
while (-not $process.WaitForExit(5000)) {
    $now = Get-ImageState
    if ($now -ne $state) {
        $state = $now
        Write-Host $state
    }
    if ((Get-Date) -gt $limit) {
        & "$env:SystemRoot\System32\taskkill.exe" /T /F /PID $process.Id
        Stop-Step 12 "Sysprep was not done after $Minutes minutes."
    }
}

if ($process.ExitCode -ne 0) {
    Stop-Step 11 "Sysprep ended with $($process.ExitCode)."
}

# Sysprep may go on in a process of its own; without one, three minutes are enough for the last words.
$patience = (Get-Date).AddMinutes(3)
while ((Get-ImageState) -ne 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE') {
    if (Get-Process -Name 'sysprep' -ErrorAction SilentlyContinue) {
        $patience = (Get-Date).AddMinutes(3)
    }
    if ((Get-Date) -gt $limit) {
        Stop-Step 12 "Sysprep was not done after $Minutes minutes."
    }
    if ((Get-Date) -gt $patience) {
        Stop-Step 11 'Sysprep ended without generalising Windows.'
    }
    Start-Sleep -Seconds 5
}

# Sysprep has its own copy, from which Windows takes secrets out when it has used them.
if (Test-Path -LiteralPath "$env:SystemRoot\Panther\unattend.xml") {
    Remove-Item -LiteralPath $answers -Force -ErrorAction SilentlyContinue
}

if ($End -eq 'Shutdown') {
    & "$env:SystemRoot\System32\shutdown.exe" /s /t 30
}

Write-Output 'Windows is generalised.'
exit 0
