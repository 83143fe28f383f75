# Removes temporary files of all users, downloaded updates, dumps, reports of errors and the recycle bin. What is in use stays.
# Exit codes: 0 done, 1 failed.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Clear-File.ps1

$ErrorActionPreference = 'Stop'

# The running step lies in such a folder too, under one of these names.
$running = 'step-*', 'packer-*', 'script-*'

function Remove-Content([string] $Folder) {
    foreach ($entry in Get-ChildItem -Path $Folder -Force -ErrorAction SilentlyContinue) {
        if (-not ($running | Where-Object { $entry.Name -like $_ })) {
            Remove-Item -LiteralPath $entry.FullName -Recurse -Force -ErrorAction SilentlyContinue
        }
    }
}

$drive = Get-PSDrive -Name $env:SystemDrive.Substring(0, 1)
$before = $drive.Free

# The service keeps its downloads open; Windows starts it again when it is needed.
Stop-Service -Name 'wuauserv' -Force -ErrorAction SilentlyContinue
Remove-Content "$env:SystemRoot\SoftwareDistribution\Download"
if (Get-Command -Name 'Delete-DeliveryOptimizationCache' -ErrorAction SilentlyContinue) {
    Delete-DeliveryOptimizationCache -Force -ErrorAction SilentlyContinue
}

Remove-Content "$env:SystemRoot\Temp"
Remove-Content "$env:SystemDrive\Users\*\AppData\Local\Temp"
Remove-Content "$env:SystemRoot\Minidump"
Remove-Content "$env:ProgramData\Microsoft\Windows\WER\ReportArchive"
Remove-Content "$env:ProgramData\Microsoft\Windows\WER\ReportQueue"
Remove-Item -LiteralPath "$env:SystemRoot\MEMORY.DMP" -Force -ErrorAction SilentlyContinue
Clear-RecycleBin -Force -ErrorAction SilentlyContinue

$drive = Get-PSDrive -Name $env:SystemDrive.Substring(0, 1)
Write-Output ('{0:N0} MB are free again.' -f (($drive.Free - $before) / 1MB))
exit 0
