$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'greet.ps1'
    [IO.File]::WriteAllText($xoapScript, 'Write-Output ''Grüße''
', [Text.Encoding]::UTF8)
    & $xoapScript
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
