$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $failed = [IO.File]::ReadAllText(($env:XOAP_TESTS + '\failed.txt'))
    Remove-Item -LiteralPath $env:XOAP_TESTS -Recurse -Force
    if ($failed) { throw "These tests failed, so that no image is made:`n$failed" }
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
}
exit $global:LASTEXITCODE
