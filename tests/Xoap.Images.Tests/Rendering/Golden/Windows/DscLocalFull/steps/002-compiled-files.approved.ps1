$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'FillFolder.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Fills a folder with what was uploaded: expands an archive, and moves single files to their places.
# Exit codes: 0 when everything is in its place; 1 when something cannot be expanded or moved.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/FillFolder.ps1
param([string] $Folder, [string] $Archive = '''', [string[]] $From = @(), [string[]] $To = @())

$ErrorActionPreference = ''Stop''
[void][IO.Directory]::CreateDirectory($Folder)
if ($Archive -ne '''') {
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($Archive, $Folder)
    [IO.File]::Delete($Archive)
}

for ($index = 0; $index -lt $From.Count; $index++) {
    $place = [IO.Path]::Combine($Folder, $To[$index])
    [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($place))
    [IO.File]::Move($From[$index], $place)
}
', [Text.Encoding]::UTF8)
    & $xoapScript -Folder 'C:\Windows\Temp\002-compiled' -Archive 'C:\Windows\Temp\002-compiled.zip'
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
