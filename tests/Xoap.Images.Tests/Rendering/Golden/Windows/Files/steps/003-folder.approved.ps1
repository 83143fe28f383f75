$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    [void][IO.Directory]::CreateDirectory('D:/scripts/tools')
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
}
exit $global:LASTEXITCODE
