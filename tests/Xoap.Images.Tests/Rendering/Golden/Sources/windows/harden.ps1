#requires -Version 5.1
[CmdletBinding()]
param([int] $Level = 1, [switch] $Quiet)

# Härtung: it’s {{ not }} a ${template}
Write-Output "Level $Level `"quoted`" in $PSScriptRoot"
if (-not $Quiet) { exit 3010 }
