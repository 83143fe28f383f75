$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $isThere = try { [bool] (New-Object Security.Principal.NTAccount 'admin').Translate([Security.Principal.SecurityIdentifier]) } catch { $false }
    if (-not $isThere) { foreach ($number in @('002')) { [Console]::Out.WriteLine("xoap-test $number refused " + 'The tests cannot run as admin: the guest has no such user.') } }
    if (-not $isThere) { [Console]::Out.WriteLine('xoap-test 000 end') }
    if (-not $isThere) { throw 'The tests cannot run as admin: the guest has no such user.' }
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
}
exit $global:LASTEXITCODE
