# Removes what updates have replaced from the component store; with -ResetBase true, also what would be needed to uninstall updates.
# Exit codes: 0 done (restart Windows behind it), 1 DISM failed; the end of its log stands in the output.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Clear-ComponentStore.ps1
param(
    [ValidateSet('true', 'false')] [string] $ResetBase = 'true'
)

$ErrorActionPreference = 'Stop'
$options = @('/Online', '/Cleanup-Image', '/StartComponentCleanup')
if ($ResetBase -eq 'true') {
    $options += '/ResetBase'
}

& "$env:SystemRoot\System32\Dism.exe" $options /NoRestart /Quiet
$code = $LASTEXITCODE

# 3010: done, and a restart is needed, which comes anyway.
if ($code -ne 0 -and $code -ne 3010) {
    Get-Content -LiteralPath "$env:SystemRoot\Logs\DISM\dism.log" -Tail 30 -ErrorAction SilentlyContinue
    throw "DISM ended with $code. 'An operation is pending' goes away with a restart."
}

Write-Output 'The component store is clean.'
exit 0
