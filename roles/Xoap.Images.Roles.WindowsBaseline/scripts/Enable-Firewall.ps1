# Turns the firewall on for all profiles: what comes in needs a rule, what goes out does not. The build's own connection stays open: where
# the firewall was off, a rule lets the building machine in, and only that. The rule stays in the image under the name in $rule.
# Exit codes: 0 done, 1 failed.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Enable-Firewall.ps1

$ErrorActionPreference = 'Stop'
$rule = 'Packer: the building machine'

# WinRM and SSH. Where the firewall is on already, it has let the connection in.
$isOpen = Get-NetFirewallProfile | Where-Object { "$($_.Enabled)" -ne 'True' -or "$($_.DefaultInboundAction)" -eq 'Allow' }
$connections = @(Get-NetTCPConnection -State Established -LocalPort 5985, 5986, 22 -ErrorAction SilentlyContinue |
    Where-Object { $_.RemoteAddress -ne $_.LocalAddress })
if ($isOpen -and $connections.Count -gt 0) {
    $ports = @($connections | ForEach-Object { "$($_.LocalPort)" } | Select-Object -Unique)
    $addresses = @($connections | ForEach-Object { ($_.RemoteAddress -split '%')[0] } | Select-Object -Unique)
    Get-NetFirewallRule -DisplayName $rule -ErrorAction SilentlyContinue | Remove-NetFirewallRule
    $own = @{ Direction = 'Inbound'; Protocol = 'TCP'; LocalPort = $ports; RemoteAddress = $addresses; Action = 'Allow' }
    [void](New-NetFirewallRule -DisplayName $rule -Profile Any @own)
    Write-Output "A rule lets $($addresses -join ', ') in on port $($ports -join ', ')."
}

Set-NetFirewallProfile -All -Enabled True -DefaultInboundAction Block -DefaultOutboundAction Allow
Write-Output 'The firewall is on for all profiles.'
exit 0
