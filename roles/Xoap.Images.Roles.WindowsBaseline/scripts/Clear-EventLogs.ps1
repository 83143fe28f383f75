# Empties all event logs that can be emptied; the main ones have to be.
# Exit codes: 0 done, 1 one of the main logs is not empty.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Clear-EventLogs.ps1

$ErrorActionPreference = 'Stop'
$main = 'Application', 'Security', 'Setup', 'System'
$session = [Diagnostics.Eventing.Reader.EventLogSession]::GlobalSession

$cleared = 0
foreach ($name in $session.GetLogNames()) {
    try {
        $session.ClearLog($name)
        $cleared++
    } catch {
        # Logs for debugging refuse it while they are on.
        if ($main -contains $name) {
            throw
        }
    }
}

Write-Output "$cleared event logs are empty."
exit 0
