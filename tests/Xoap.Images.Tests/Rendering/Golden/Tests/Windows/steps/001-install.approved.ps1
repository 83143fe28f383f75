$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    & ([ScriptBlock]::Create('hostname'))
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
}
exit $global:LASTEXITCODE
