# Goes on with a DSC configuration after a restart, and does nothing when there is nothing to go on with.
# Another restart that the configuration asks for is noted in the file RestartMark.
# Exit codes: 0 when the configuration is applied or waits for another restart; 1 when a resource fails.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/ContinueDsc.ps1
param([string] $RestartMark)

$ErrorActionPreference = 'Stop'
$here = New-CimSession -ComputerName localhost -SessionOption (New-CimSessionOption -Protocol Dcom)

# After a restart the Local Configuration Manager may have begun by itself.
while (($state = (Get-DscLocalConfigurationManager -CimSession $here).LCMState) -eq 'Busy') {
    Start-Sleep -Seconds 5
}

if ($state -eq 'Idle') {
    Write-Output 'Nothing of the configuration is pending.'
    exit 0
}

Start-DscConfiguration -UseExisting -CimSession $here -Wait -Verbose -Force -ErrorAction Stop
if ((Get-DscLocalConfigurationManager -CimSession $here).LCMState -eq 'PendingReboot') {
    Write-Output 'The configuration asks for another restart.'
    [void](New-Item -ItemType File -Path $RestartMark -Force)
}
