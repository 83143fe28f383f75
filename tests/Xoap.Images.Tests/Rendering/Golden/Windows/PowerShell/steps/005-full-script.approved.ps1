$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $env:MODE = 'strict'
    $env:TOKEN = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($env:TOKEN))
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'harden.ps1'
    [IO.File]::WriteAllText($xoapScript, '#requires -Version 5.1
[CmdletBinding()]
param([int] $Level = 1, [switch] $Quiet)

# Härtung: it’’s {{ not }} a ${template}
Write-Output "Level $Level `"quoted`" in $PSScriptRoot"
if (-not $Quiet) { exit 3010 }
', [Text.Encoding]::UTF8)
    & $xoapScript -Level '2' -Quiet:$true 'it''s text'
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
