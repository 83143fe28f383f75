# Removes apps (Appx packages) for all users, and from what new users get. Windows 10 1809, Windows Server 2019, or newer.
# Exit codes: 0 done, also when there is no such app; 1 an app cannot be removed.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Remove-App.ps1
param(
    [Parameter(Mandatory = $true, ValueFromRemainingArguments = $true)] [string[]] $Names
)

$ErrorActionPreference = 'Stop'

# First from what new users get, so that none gets it in between.
$provisioned = @(Get-AppxProvisionedPackage -Online)
foreach ($name in $Names) {
    foreach ($package in $provisioned | Where-Object { $_.DisplayName -like $name }) {
        Write-Output "Removing $($package.DisplayName) for new users"
        [void](Remove-AppxProvisionedPackage -Online -AllUsers -PackageName $package.PackageName)
    }

    foreach ($package in Get-AppxPackage -AllUsers -Name $name | Where-Object { -not $_.NonRemovable }) {
        Write-Output "Removing $($package.Name)"
        Remove-AppxPackage -AllUsers -Package $package.PackageFullName
    }
}

exit 0
