$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $env:GREETING = 'it''s {{ me }}'
    $env:TOKEN = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($env:TOKEN))
    $env:ADDRESS = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String("$env:ADDRESS"))
    Set-Location -LiteralPath 'C:\Program Files\My App'
    & ([ScriptBlock]::Create('Write-Output ''it''''s ’’{{ .Vars }}” ${not} `$(hcl) %{x}''
exit 3010'))
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 2
}
exit $global:LASTEXITCODE
