$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'WindowsUpdate.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Installs the Windows updates that are searched for, as far as one round goes; with -Check it says whether any are left.
# What it leaves beside -State: .restart when the guest has to restart, .done when nothing was found, so that later rounds are short.
# Exit codes: 0 when the round is over or nothing is left, 1 when the Windows Update Agent fails or updates are left.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/WindowsUpdate.ps1
param(
    [string] $Criteria,
    [string[]] $Filters,
    [int] $Limit,
    [int] $Retries,
    [string] $State,
    [switch] $Check
)

# New definitions for Microsoft Defender come several times a day, so that one is always left.
$definitions = ''e0789628-ce08-4437-be74-2495b842f43b''
$session = New-Object -ComObject ''Microsoft.Update.Session''

# Does it again when the agent or the network has a bad moment. 2 is succeeded, 3 succeeded with errors.
function Invoke-Agent([string] $What, [ScriptBlock] $Action) {
    for ($attempt = 0; $attempt -le $Retries; $attempt++) {
        try {
            $result = & $Action
            if (2, 3 -contains $result.ResultCode) {
                return $result
            }

            $reason = "result $($result.ResultCode)"
        } catch {
            $reason = $_.Exception.Message
        }

        Write-Host "$What failed: $reason"
        Start-Sleep -Seconds 15
    }

    throw "$What failed $($Retries + 1) times: $reason"
}

# The first filter that an update matches decides; without any it is not wanted.
function Test-Wanted($Update) {
    foreach ($filter in $Filters) {
        $action, $expression = $filter -split '':'', 2
        if (Where-Object -InputObject $Update -FilterScript ([ScriptBlock]::Create($expression))) {
            return $action -eq ''include''
        }
    }

    return $false
}

function Find-Update {
    $result = Invoke-Agent ''The search for updates'' { $session.CreateUpdateSearcher().Search($Criteria) }
    foreach ($update in $result.Updates) {
        if (Test-Wanted $update) {
            $update
        }
    }
}

function Test-RestartNeeded {
    $pending = ''HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending''
    return (New-Object -ComObject ''Microsoft.Update.SystemInfo'').RebootRequired -or (Test-Path -LiteralPath $pending)
}

function Request-Restart {
    Write-Output ''The guest has to restart.''
    $watch = [Diagnostics.Stopwatch]::StartNew()
    while ((Get-Process -Name ''TiWorker'' -ErrorAction SilentlyContinue) -and $watch.Elapsed.TotalMinutes -lt 30) {
        Start-Sleep -Seconds 5
    }

    [void](New-Item -ItemType File -Path "$State.restart" -Force)
    exit 0
}

Remove-Item -Path "$State.restart" -ErrorAction SilentlyContinue
if ($Check) {
    Remove-Item -Path "$State.done" -ErrorAction SilentlyContinue
    $left = @(Find-Update | Where-Object { @($_.Categories | ForEach-Object { $_.CategoryID }) -notcontains $definitions })
    if ($left.Count -gt 0) {
        $left | ForEach-Object { Write-Output "Left: $($_.Title)" }
        throw "$($left.Count) updates are left. Write more Passes, or exclude them with Filters."
    }

    Write-Output ''No update is left.''
    exit 0
}

if (Test-Path -Path "$State.done") {
    exit 0
}

if (Test-RestartNeeded) {
    Request-Restart
}

$found = @(Find-Update)
if ($found.Count -eq 0) {
    Write-Output ''No update is left.''
    [void](New-Item -ItemType File -Path "$State.done" -Force)
    exit 0
}

$chosen = New-Object -ComObject ''Microsoft.Update.UpdateColl''
foreach ($update in ($found | Select-Object -First $Limit)) {
    Write-Output "Found: $($update.Title)"
    $update.AcceptEula()
    [void]$chosen.Add($update)
}

[void](Invoke-Agent ''The download'' {
    $downloader = $session.CreateUpdateDownloader()
    $downloader.Updates = $chosen
    $downloader.Download()
})
$ready = New-Object -ComObject ''Microsoft.Update.UpdateColl''
foreach ($update in $chosen) {
    if ($update.IsDownloaded) {
        [void]$ready.Add($update)
    } else {
        Write-Output "Not downloaded: $($update.Title)"
    }
}

if ($ready.Count -eq 0) {
    throw ''None of the updates could be downloaded.''
}

try {
    $installer = $session.CreateUpdateInstaller()
    $installer.Updates = $ready
    $result = $installer.Install()
} catch {
    Write-Output "The installation failed: $($_.Exception.Message)"
    Request-Restart
}

for ($index = 0; $index -lt $ready.Count; $index++) {
    $one = $result.GetUpdateResult($index)
    $word = if ($one.ResultCode -eq 2) { ''Installed'' } else { ''Failed (0x{0:x8})'' -f $one.HResult }
    Write-Output "${word}: $($ready.Item($index).Title)"
}

if ($result.RebootRequired -or (Test-RestartNeeded)) {
    Request-Restart
}

exit 0
', [Text.Encoding]::UTF8)
    & $xoapScript -Criteria 'BrowseOnly=0 and IsInstalled=0' -Filters @('exclude:$_.Title -like ''*Preview*''', 'include:$true') -Limit 1000 -Retries 5 -State 'C:\Windows\Temp\001-small' -Check
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
