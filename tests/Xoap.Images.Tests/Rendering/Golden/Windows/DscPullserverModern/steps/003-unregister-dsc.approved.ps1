$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'UnregisterDsc.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Takes back the machine''s registration with DSC pull servers: machines made from the image would all be the same node.
# What the configuration has set up stays as it is.
# Exit codes: 0 when no registration is left; 1 when a part of it cannot be removed.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/UnregisterDsc.ps1
$ErrorActionPreference = ''Stop''
$here = New-CimSession -ComputerName localhost -SessionOption (New-CimSessionOption -Protocol Dcom)
while ((Get-DscLocalConfigurationManager -CimSession $here).LCMState -eq ''Busy'') {
    Start-Sleep -Seconds 5
}

Remove-DscConfigurationDocument -Stage ''Current'', ''Pending'', ''Previous'' -CimSession $here -Force

# The Local Configuration Manager would write down again what it remembers, so its process ends first.
Get-CimInstance -ClassName Msft_Providers -Namespace root/cimv2 |
    Where-Object { $_.Provider -eq ''dsccore'' -or $_.Provider -eq ''dsctimer'' } |
    ForEach-Object { Stop-Process -Id $_.HostProcessIdentifier -Force -ErrorAction SilentlyContinue }

$folder = "$env:SystemRoot\System32\Configuration"
foreach ($name in ''MetaConfig.mof'', ''MetaConfig.backup.mof'', ''DSCEngineCache.mof'', ''DSCStatusHistory.mof'') {
    if (Test-Path -LiteralPath "$folder\$name") {
        Remove-Item -LiteralPath "$folder\$name" -Force
    }
}

$key = ''HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\DSC''
if (Get-ItemProperty -Path $key -Name ''AgentId'' -ErrorAction SilentlyContinue) {
    Remove-ItemProperty -Path $key -Name ''AgentId''
}

Get-ChildItem -Path ''Cert:\LocalMachine\My'' |
    Where-Object { $_.FriendlyName -eq ''DSC-OaaS Client Authentication'' -or $_.Subject -eq ''CN=DSC-OaaS'' } |
    ForEach-Object { Remove-Item -Path $_.PSPath -DeleteKey }

Write-Output ''The machine is registered with no DSC pull server any more.''
', [Text.Encoding]::UTF8)
    & $xoapScript
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
