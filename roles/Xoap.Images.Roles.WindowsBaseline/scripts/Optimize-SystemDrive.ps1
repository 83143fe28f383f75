# Defragments the system drive, and tells the host which blocks are free, so that the image becomes small.
# Exit codes: 0 done, also where the disk cannot do it: the image is right then, and larger.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Optimize-SystemDrive.ps1

$ErrorActionPreference = 'Stop'
$letter = $env:SystemDrive.Substring(0, 1)

foreach ($work in @{ Defrag = $true }, @{ ReTrim = $true }) {
    try {
        Optimize-Volume -DriveLetter $letter @work
        Write-Output "$($work.Keys) is done."
    } catch {
        Write-Output "$($work.Keys) is not possible here: $($_.Exception.Message)"
    }
}

exit 0
