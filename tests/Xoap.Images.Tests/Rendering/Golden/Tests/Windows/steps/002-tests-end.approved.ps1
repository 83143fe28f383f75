$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $failed = [IO.File]::ReadAllText('C:\Windows\Temp\002-tests\failed.txt')
    Remove-Item -LiteralPath 'C:\Windows\Temp\002-tests' -Recurse -Force
    if ($failed) { throw "These tests failed, so that no image is made:`n$failed" }
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
}
exit $global:LASTEXITCODE
