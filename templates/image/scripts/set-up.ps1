# Runs inside the guest. A command that fails ends the build.
$ErrorActionPreference = 'Stop'

New-Item -Path 'C:\ProgramData\NewImage' -ItemType Directory -Force | Out-Null
Set-Content -Path 'C:\ProgramData\NewImage\about.txt' -Value 'Made by NewImage.imgproj'
