$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    & ([ScriptBlock]::Create('Install-WindowsFeature Web-Server'))
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
}
exit $global:LASTEXITCODE
