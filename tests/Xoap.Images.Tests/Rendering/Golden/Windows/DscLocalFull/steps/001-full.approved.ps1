$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'StartDsc.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Compiles a DSC configuration where that is needed, and applies it, or leaves it for the next start of Windows.
# The Local Configuration Manager never restarts the machine itself: a restart that it asks for is noted in the file RestartMark.
# Exit codes: 0 when the configuration is applied or waits for a restart; 1 when it does not compile or a resource fails.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/StartDsc.ps1
param(
    [string] $Folder, [string] $Configuration, [string] $Name = '''', [string] $Data = '''', [string] $Modules = '''',
    [string] $RestartMark = '''', [switch] $StageOnly)

$ErrorActionPreference = ''Stop''
if ($PSVersionTable.PSVersion.Major -ne 5) {
    throw "DSC needs Windows PowerShell 5.1, and this is $($PSVersionTable.PSVersion)."
}

function Install-ModulesBelow([string] $Path) {
    $target = Join-Path $env:ProgramFiles ''WindowsPowerShell\Modules''
    $entries = @(Get-ChildItem -LiteralPath $Path)
    $own = @($entries | Where-Object { $_.Extension -eq ''.psd1'' }) + @($entries | Where-Object { $_.Extension -eq ''.psm1'' })
    $versions = @($entries | Where-Object { $_.PSIsContainer -and $_.Name -match ''^\d+(\.\d+)+$'' })
    if ($own.Count -gt 0 -or $versions.Count -gt 0) {
        $module = if ($own.Count -gt 0) { $own[0].BaseName } else { Split-Path $Path -Leaf }
        Write-Output "Installing module $module"
        $destination = Join-Path $target $module
        [void](New-Item -ItemType Directory -Path $destination -Force)
        Copy-Item -Path (Join-Path $Path ''*'') -Destination $destination -Recurse -Force
        return
    }

    foreach ($zip in $entries | Where-Object { $_.Extension -eq ''.zip'' }) {
        $expanded = Join-Path $Path $zip.BaseName
        if (Test-Path -LiteralPath $expanded) { Remove-Item -LiteralPath $expanded -Recurse -Force }
        [IO.Compression.ZipFile]::ExtractToDirectory($zip.FullName, $expanded)
        Install-ModulesBelow $expanded
    }

    foreach ($inner in $entries | Where-Object { $_.PSIsContainer }) {
        Install-ModulesBelow $inner.FullName
    }
}

# The document for this machine: localhost.mof, that of its name, or the only one there is.
function Select-Document([string] $Path) {
    $documents = @(Get-ChildItem -LiteralPath $Path -Filter ''*.mof'' | Where-Object { $_.Name -notlike ''*.meta.mof'' })
    foreach ($node in ''localhost'', $env:COMPUTERNAME) {
        foreach ($document in $documents) {
            if ($document.BaseName -eq $node) { return $document }
        }
    }

    if ($documents.Count -ne 1) {
        throw "$($documents.Count) nodes are configured ($($documents.BaseName -join '', '')), but none of them is localhost."
    }

    return $documents[0]
}

if ($Modules -ne '''') {
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    Install-ModulesBelow $Modules
}

$compiled = Join-Path $Folder ''compiled''
[void](New-Item -ItemType Directory -Path $compiled -Force)
if ($Configuration -like ''*.ps1'') {
    . $Configuration
    $options = @{ OutputPath = $compiled }
    if ($Data -ne '''') { $options.ConfigurationData = $Data }
    [void](& $Name @options)
} elseif (Test-Path -LiteralPath $Configuration -PathType Container) {
    $compiled = $Configuration
} else {
    Copy-Item -LiteralPath $Configuration -Destination (Join-Path $compiled ''localhost.mof'')
}

$document = Select-Document $compiled
$settings = Join-Path $document.DirectoryName ($document.BaseName + ''.meta.mof'')
$apply = Join-Path $Folder ''apply''
[void](New-Item -ItemType Directory -Path $apply -Force)
Copy-Item -LiteralPath $document.FullName -Destination (Join-Path $apply ''localhost.mof'')

# A local session over DCOM: one over WinRM needs a listener without encryption.
$here = New-CimSession -ComputerName localhost -SessionOption (New-CimSessionOption -Protocol Dcom)
if ($StageOnly) {
    if (Test-Path -LiteralPath $settings) {
        Copy-Item -LiteralPath $settings -Destination (Join-Path $apply ''localhost.meta.mof'')
        Set-DscLocalConfigurationManager -Path $apply -CimSession $here -Force
    }

    Copy-Item -LiteralPath $document.FullName -Destination "$env:SystemRoot\System32\Configuration\Pending.mof" -Force
    Remove-Item -LiteralPath $Folder -Recurse -Force
    Write-Output ''The configuration is applied when Windows starts next.''
    exit 0
}

$text = ''instance of MSFT_DSCMetaConfiguration { RebootNodeIfNeeded = False; };
instance of OMI_ConfigurationDocument { Version = "2.0.0"; MinimumCompatibleVersion = "2.0.0"; Name = "DuringTheBuild";
  CompatibleVersionAdditionalProperties = { "MSFT_DSCMetaConfiguration:StatusRetentionTimeInDays" }; };''
if (Test-Path -LiteralPath $settings) {
    # The configuration''s own settings come back when everything is applied.
    Copy-Item -LiteralPath $settings -Destination (Join-Path $Folder ''localhost.meta.mof'')
    $text = (Get-Content -LiteralPath $settings -Raw) -replace ''(RebootNodeIfNeeded\s*=\s*)True'', ''${1}False''
}

Set-Content -LiteralPath (Join-Path $apply ''localhost.meta.mof'') -Value $text -Encoding Unicode
Set-DscLocalConfigurationManager -Path $apply -CimSession $here -Force
Start-DscConfiguration -Path $apply -CimSession $here -Wait -Verbose -Force -ErrorAction Stop
if ((Get-DscLocalConfigurationManager -CimSession $here).LCMState -eq ''PendingReboot'') {
    Write-Output ''The configuration asks for a restart.''
    [void](New-Item -ItemType File -Path $RestartMark -Force)
}
', [Text.Encoding]::UTF8)
    & $xoapScript -Folder 'C:\Windows\Temp\001-full' -Configuration 'C:\Windows\Temp\001-full\configuration\web.ps1' -Name 'WebServer' -Data 'C:\Windows\Temp\001-full\data\web.psd1' -Modules 'C:\Windows\Temp\001-full\modules' -RestartMark 'C:\Windows\Temp\001-full.restart'
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
