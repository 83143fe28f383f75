$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'ExpandArchive.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Expands a zip archive into a folder, over files of the same names, and removes the archive.
# Exit codes: 0 when every file is in its place, 1 when the archive cannot be read or a file cannot be written.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/ExpandArchive.ps1
param(
    [string] $Archive,
    [string] $Folder
)

Add-Type -AssemblyName System.IO.Compression
Add-Type -AssemblyName System.IO.Compression.FileSystem
$zip = [IO.Compression.ZipFile]::OpenRead($Archive)
try {
    foreach ($entry in $zip.Entries) {
        $path = [IO.Path]::Combine($Folder, $entry.FullName.Replace(''/'', ''\''))
        [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($path))
        [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, $path, $true)
    }

    Write-Output "$($zip.Entries.Count) files are in $Folder"
} finally {
    $zip.Dispose()
}

[IO.File]::Delete($Archive)
exit 0
', [Text.Encoding]::UTF8)
    & $xoapScript -Archive 'C:/Windows/Temp/006-archived.zip' -Folder '//server/share'
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
