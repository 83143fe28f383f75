$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'AfterRestart.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Goes on only when the guest has restarted: when the mark that BeforeRestart.ps1 left is gone.
# Exit codes: 0 when it has, 1 when it has not within the given time.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/AfterRestart.ps1
param(
    [string] $Mark,
    [int] $Minutes
)

$watch = [Diagnostics.Stopwatch]::StartNew()
while (Test-Path -LiteralPath "HKLM:\SOFTWARE\$Mark") {
    if ($watch.Elapsed.TotalMinutes -gt $Minutes) {
        throw "The guest has not restarted within $Minutes minutes."
    }

    Start-Sleep -Seconds 2
}

$windows = ''HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion''
$pending = @("$windows\Component Based Servicing\RebootPending", "$windows\WindowsUpdate\Auto Update\RebootRequired") |
    Where-Object { Test-Path -LiteralPath $_ }
if ($pending) {
    Write-Output "Windows asks for another restart: $($pending -join '', '')"
}

Write-Output ''The guest has restarted.''
exit 0
', [Text.Encoding]::UTF8)
    & $xoapScript -Mark 'xoap-001-small' -Minutes 10
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
