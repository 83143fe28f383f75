$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'TestDsc.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Checks that the machine is as its DSC configuration wants it, and removes the files of the step.
# Exit codes: 0 when it is; 1 when a restart is still pending or a resource is not in its desired state, which the output names.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/TestDsc.ps1
param([string] $Folder)

$ErrorActionPreference = ''Stop''
$here = New-CimSession -ComputerName localhost -SessionOption (New-CimSessionOption -Protocol Dcom)
if ((Get-DscLocalConfigurationManager -CimSession $here).LCMState -eq ''PendingReboot'') {
    [Console]::Error.WriteLine(''The configuration asks for more restarts than the step makes. Raise Restarts.'')
    exit 1
}

$result = Test-DscConfiguration -Detailed -CimSession $here
if (-not $result.InDesiredState) {
    $names = $result.ResourcesNotInDesiredState | ForEach-Object { $_.ResourceId }
    [Console]::Error.WriteLine("Not as the configuration wants it: $($names -join '', '')")
    exit 1
}

# The configuration''s own settings of the Local Configuration Manager, which may restart the machine from now on.
if (Test-Path -LiteralPath (Join-Path $Folder ''localhost.meta.mof'')) {
    Remove-Item -LiteralPath (Join-Path $Folder ''apply'') -Recurse -Force -ErrorAction SilentlyContinue
    Set-DscLocalConfigurationManager -Path $Folder -CimSession $here -Force
}

Remove-Item -LiteralPath $Folder -Recurse -Force -ErrorAction SilentlyContinue
Write-Output "The machine is as the configuration wants it ($(@($result.ResourcesInDesiredState).Count) resources)."
', [Text.Encoding]::UTF8)
    & $xoapScript -Folder 'C:\Windows\Temp\001-small'
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
