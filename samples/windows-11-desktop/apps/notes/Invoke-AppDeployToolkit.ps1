<#
    Contoso Notes, a stand-in for a package of yours: it keeps to the calling convention of PSAppDeployToolkit 4, so that the image
    treats it as one. A real package has the toolkit's own folders beside this file.
    Exit codes: 0 done, 60001 failed.
#>
param(
    [ValidateSet('Install', 'Uninstall', 'Repair')] [string] $DeploymentType = 'Install',
    [ValidateSet('Interactive', 'Silent', 'NonInteractive')] [string] $DeployMode = 'Interactive'
)
$ErrorActionPreference = 'Stop'
trap { Write-Output $_; exit 60001 }

$folder = Join-Path -Path $env:ProgramFiles -ChildPath 'Contoso Notes'
if ($DeploymentType -eq 'Uninstall') {
    Remove-Item -Path $folder -Recurse -Force
    exit 0
}
New-Item -Path $folder -ItemType Directory -Force | Out-Null
Copy-Item -Path (Join-Path -Path $PSScriptRoot -ChildPath 'Files\*') -Destination $folder -Recurse -Force
exit 0
