param([string] $DeploymentType, [string] $DeployMode)
exit 0
