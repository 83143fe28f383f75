$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'SealWindows.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Generalises Windows with the tools of the cloud that it runs in, waits until Windows says that it is done, and otherwise says why not.
# The machine stays up: Packer stops it, and until then a failure can still be reported.
# Exit codes: 0 when Windows is generalised, 10 when the cloud''s tool is missing or not ready, 11 when it failed, 12 when it took too long.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/SealWindows.ps1
param([string] $Provider, [int] $Minutes)

$end = (Get-Date).AddMinutes($Minutes)
$sysprep = Join-Path $env:SystemRoot ''System32\Sysprep''

function Get-ImageState {
    (Get-ItemProperty -Path ''HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State'').ImageState
}

# Shows the ends of Sysprep''s logs and what their known messages mean, and ends the step.
function Stop-Seal([int] $Code, [string] $Reason) {
    foreach ($name in ''setuperr.log'', ''setupact.log'') {
        $log = Join-Path $sysprep "Panther\$name"
        if (Test-Path -LiteralPath $log) {
            Write-Host "--- The end of $log"
            Get-Content -LiteralPath $log -Tail 30 | ForEach-Object { Write-Host $_ }
            if (Select-String -LiteralPath $log -SimpleMatch ''not provisioned for all users'' -Quiet) {
                $Reason += '' An app is installed for one user only: remove it (Remove-AppxPackage), or provision it for all.''
            }
            if (Select-String -LiteralPath $log -SimpleMatch ''reserved storage'' -Quiet) {
                $Reason += '' An update is still being installed: restart Windows before the seal.''
            }
        }
    }

    [Console]::Error.WriteLine("The image is not generalised (state $(Get-ImageState)). $Reason")
    exit $Code
}

# Runs a program to its end and gives its exit code.
function Invoke-Tool([string] $Path, [string[]] $Arguments) {
    Write-Host "Running $Path $Arguments"
    $process = Start-Process -FilePath $Path -ArgumentList $Arguments -NoNewWindow -PassThru
    # Windows PowerShell knows the exit code only of a process whose handle it has asked for.
    [void] $process.Handle
    $state = ''''
    while (-not $process.WaitForExit(5000)) {
        $now = Get-ImageState
        if ($now -ne $state) {
            $state = $now
            Write-Host $state
        }
        if ((Get-Date) -gt $end) {
            & "$env:SystemRoot\System32\taskkill.exe" /T /F /PID $process.Id
            Stop-Seal 12 "$Path was not done after $Minutes minutes. It may be waiting for a restart: restart Windows before the seal."
        }
    }

    $process.ExitCode
}

function Invoke-Checked([string] $Path, [string[]] $Arguments) {
    $code = Invoke-Tool $Path $Arguments
    if ($code -ne 0) {
        Stop-Seal 11 "$Path ended with $code."
    }
}

# Some releases return at once without --block, others no longer know it.
function Invoke-EC2Launch([string[]] $Arguments) {
    if ((Invoke-Tool $ec2Launch ($Arguments + ''--block'')) -ne 0) {
        Invoke-Checked $ec2Launch $Arguments
    }
}

function Invoke-EC2LaunchScript([string] $Name, [string] $Argument) {
    $file = ''"'' + (Join-Path $ec2Scripts $Name) + ''"''
    Invoke-Checked ''powershell.exe'' @(''-NoProfile'', ''-ExecutionPolicy'', ''Bypass'', ''-File'', $file, $Argument)
}

function Wait-AzureAgent {
    $agentEnd = (Get-Date).AddMinutes(10)
    foreach ($name in ''RdAgent'', ''WindowsAzureTelemetryService'', ''WindowsAzureGuestAgent'') {
        while (Get-Service -Name $name -ErrorAction SilentlyContinue | Where-Object { $_.Status -ne ''Running'' }) {
            if ((Get-Date) -gt $agentEnd) {
                Stop-Seal 10 "The service $name of Azure''s guest agent, which takes part in the generalising, did not start within ten minutes."
            }
            Start-Sleep -Seconds 5
        }
    }
}

switch ($Provider) {
    ''AWS'' {
        $ec2Launch = Join-Path $env:ProgramFiles ''Amazon\EC2Launch\EC2Launch.exe''
        $ec2Scripts = Join-Path $env:ProgramData ''Amazon\EC2-Windows\Launch\Scripts''
        if (Test-Path -LiteralPath $ec2Launch) {
            Invoke-EC2Launch @(''reset'')
            Invoke-EC2Launch @(''sysprep'', ''--shutdown=false'')
        } elseif (Test-Path -LiteralPath (Join-Path $ec2Scripts ''SysprepInstance.ps1'')) {
            Invoke-EC2LaunchScript ''InitializeInstance.ps1'' ''-Schedule''
            Invoke-EC2LaunchScript ''SysprepInstance.ps1'' ''-NoShutdown''
        } else {
            Stop-Seal 10 ''Neither EC2Launch v2 nor EC2Launch v1 is installed. Install EC2Launch v2, or name a script of your own in ImageSeal.''
        }
    }
    ''Azure'' {
        Wait-AzureAgent
        # An answer file that the base image or an installer left here would win over Azure''s own.
        Remove-Item -LiteralPath (Join-Path $sysprep ''unattend.xml'') -Force -ErrorAction SilentlyContinue
        Invoke-Checked (Join-Path $sysprep ''Sysprep.exe'') @(''/oobe'', ''/generalize'', ''/quiet'', ''/quit'', ''/mode:vm'')
    }
    ''Google'' {
        $gce = Join-Path $env:ProgramFiles ''Google\Compute Engine\sysprep\gcesysprep.bat''
        if (-not (Test-Path -LiteralPath $gce)) {
            Stop-Seal 10 "''$gce'' is missing. Install the package google-compute-engine-sysprep, or name a script of your own in ImageSeal."
        }
        Invoke-Checked ''cmd.exe'' @(''/c'', "`"$gce`"", ''-no_shutdown'')
    }
}

# While Sysprep works the state is IMAGE_STATE_UNDEPLOYABLE; it is wrong only when nobody works on it any more.
$patience = (Get-Date).AddMinutes(3)
while ((Get-ImageState) -ne ''IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE'') {
    if (Get-Process -Name ''sysprep'' -ErrorAction SilentlyContinue) {
        $patience = (Get-Date).AddMinutes(3)
    }
    if ((Get-Date) -gt $end) {
        Stop-Seal 12 "Sysprep was not done after $Minutes minutes."
    }
    if ((Get-Date) -gt $patience) {
        Stop-Seal 11 ''Sysprep ended without generalising Windows. It may need a restart first: restart Windows before the seal.''
    }
    Start-Sleep -Seconds 5
}

Write-Output ''Windows is generalised.''
exit 0
', [Text.Encoding]::UTF8)
    & $xoapScript -Provider Google -Minutes 50
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
