$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'InstallApplication.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Installs an application that is packaged with the PSAppDeployToolkit, version 3 or 4, without any dialog.
# A restart that the application asks for is noted in the file RestartMark; the build restarts the machine then.
# Exit codes: 0 when the application is installed; otherwise the toolkit''s own code, which the output explains.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/InstallApplication.ps1
param([string] $Folder, [string] $Package, [string] $Toolkit, [string] $Arguments = '''', [string] $RestartMark)

# https://psappdeploytoolkit.com/docs/reference/exit-codes and the documentation of version 3
$reasons = @{
    60001 = ''the deployment script failed: check its syntax, and look for the first error in the log''
    60002 = ''a program that the deployment script starts could not be run''
    60003 = ''administrator rights are missing for running a program as another user''
    60004 = ''Windows Forms or WPF could not be loaded''
    60005 = ''the dialog for a blocked application could not be shown''
    60006 = ''nobody is logged in, and the toolkit is configured not to go on without interaction''
    60007 = ''the scheduled task for running a program as another user could not be made''
    60008 = ''the toolkit could not be loaded: its module or AppDeployToolkitMain.ps1 is missing, damaged or of another version''
    60009 = ''nobody is logged in whom a program could be run as''
    60010 = ''the toolkit''''s exe failed before it started PowerShell''
    60011 = ''the toolkit''''s exe could not start PowerShell''
    60012 = ''the user put it off, or a dialog timed out: the deployment script asks although it runs silently''
    60013 = ''a program ended with a code that is no 32-bit number''
}

function Get-Reason([int] $Code) {
    if ($reasons.ContainsKey($Code)) { return $reasons[$Code] }
    if ($Code -ge 60000 -and $Code -le 68999) { return ''an error of the toolkit itself'' }
    if ($Code -ge 69000 -and $Code -le 69999) { return ''a code of the package''''s own deployment script'' }
    if ($Code -ge 70000 -and $Code -le 79999) { return ''a code of the package''''s toolkit extension'' }
    return ''a code of the installer: '' + (New-Object ComponentModel.Win32Exception $Code).Message
}

function Show-Log([datetime] $Since) {
    $log = Get-ChildItem -Path "$env:SystemRoot\Logs\Software" -Filter ''*.log'' -Recurse -ErrorAction SilentlyContinue |
        Where-Object { $_.LastWriteTime -ge $Since } | Sort-Object LastWriteTime | Select-Object -Last 1
    if ($log) {
        Write-Output "The end of $($log.FullName):"
        Get-Content -LiteralPath $log.FullName -Tail 20
    }
}

if (Test-Path -LiteralPath $Package -PathType Leaf) {
    $archive = $Package
    $Package = Join-Path $Folder ''expanded''
    if (Test-Path -LiteralPath $Package) { Remove-Item -LiteralPath $Package -Recurse -Force }
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($archive, $Package)
}

$started = Get-Date
$program = Join-Path $Package $Toolkit
$directory = Split-Path $program
$line = ''-DeploymentType Install -DeployMode Silent''
if ((Split-Path $program -Leaf) -like ''Deploy-Application.*'') {
    # Version 3 keeps a needed restart to itself unless it is asked; version 4 tells.
    $line += '' -AllowRebootPassThru''
}

$line = "$line $Arguments".TrimEnd()
if ($program -like ''*.ps1'') {
    $line = "-NoProfile -NonInteractive -ExecutionPolicy Bypass -File `"$program`" $line"
    $program = "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe"
}

Write-Output "Starting $program $line"
$process = Start-Process -FilePath $program -ArgumentList $line -WorkingDirectory $directory -NoNewWindow -PassThru

# Without its handle, a process that has ended has no exit code. What the installer itself leaves running is not waited for.
[void]$process.Handle
$process.WaitForExit()
$code = $process.ExitCode
$restart = $code -eq 3010 -or $code -eq 1641
if ($code -ne 0 -and -not $restart) {
    Show-Log $started
    [Console]::Error.WriteLine("The application was not installed. Exit code ${code}: $(Get-Reason $code).")
    exit $code
}

Remove-Item -LiteralPath $Folder -Recurse -Force -ErrorAction SilentlyContinue
if ($code -eq 1641) {
    # The installer is restarting the machine by itself. The build does that, once it knows that everything went well.
    Start-Process -FilePath "$env:SystemRoot\System32\shutdown.exe" -ArgumentList ''/a'' -NoNewWindow -Wait
}

if ($restart) {
    Write-Output "Installed. The application asks for a restart (exit code $code)."
    [void](New-Item -ItemType File -Path $RestartMark -Force)
}

exit 0
', [Text.Encoding]::UTF8)
    & $xoapScript -Folder 'C:\Windows\Temp\002-full-viewer' -Package 'C:\Windows\Temp\002-full-viewer\package' -Toolkit 'Invoke-AppDeployToolkit.ps1' -Arguments '' -RestartMark 'C:\Windows\Temp\002-full-viewer.restart'
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
