$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'BeforeRestart.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Prepares a restart: waits until Windows has done what it is installing, and leaves a mark that does not outlive the restart.
# Exit codes: 0 when the guest may restart (also when the time is up: Windows goes on after the restart), 1 when the mark cannot be left.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/BeforeRestart.ps1
param(
    [string] $Mark,
    [int] $Minutes
)

$watch = [Diagnostics.Stopwatch]::StartNew()
while (Get-Process -Name ''TiWorker'' -ErrorAction SilentlyContinue) {
    if ($watch.Elapsed.TotalMinutes -gt $Minutes) {
        Write-Output "Windows is still installing after $Minutes minutes. It goes on after the restart."
        break
    }

    Start-Sleep -Seconds 5
}

$volatile = [Microsoft.Win32.RegistryOptions]::Volatile
$check = [Microsoft.Win32.RegistryKeyPermissionCheck]::Default
[Microsoft.Win32.Registry]::LocalMachine.CreateSubKey("SOFTWARE\$Mark", $check, $volatile).Close()
exit 0
', [Text.Encoding]::UTF8)
    & $xoapScript -Mark 'xoap-002-full' -Minutes 10
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
