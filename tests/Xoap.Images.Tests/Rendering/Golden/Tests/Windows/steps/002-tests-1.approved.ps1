$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'RunTests.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Runs files of tests one after the other, each in a process of its own with a time limit, and writes what they say line by line.
# Folder holds the tests (files), RunPester.ps1, and Pester (pester) if it was brought along. Tests has five texts for each file:
# its number, its framework, its time limit in seconds, where it writes its results, and its path. Environment has a table of
# variables for the number of a file that wants some. Last ends the results.
# Exit codes: 0 when all files ran, whatever their tests say; 1 when the results cannot be written.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/RunTests.ps1
param([string] $Folder, [string[]] $Tests = @(), [string] $Pwsh = '''', [hashtable] $Environment = @{}, [switch] $Last)

$ErrorActionPreference = ''Stop''
$utf8 = New-Object Text.UTF8Encoding $false
$resultFile = Join-Path $Folder ''results.txt''
$failedFile = Join-Path $Folder ''failed.txt''

function Write-Result([string] $Kind, [string] $Text) {
    $line = "xoap-test $number $Kind $Text"
    [IO.File]::AppendAllText($resultFile, "$line`n", $utf8)
    [Console]::Out.WriteLine($line)
}

function Write-Failed([string] $Text) {
    [IO.File]::AppendAllText($failedFile, "$Text`n", $utf8)
}

# A line of the command''s output: of TAP one of the results; Pester''s runner has written its own.
function Write-Heard([string] $Line) {
    if ($framework -eq ''Pester'') {
        [Console]::Out.WriteLine($Line)
        return
    }

    Write-Result $(if ($framework -eq ''Tap'') { ''out'' } else { ''err'' }) $Line
    if ($framework -eq ''Tap'' -and $Line -match ''^not ok'' -and $Line -notmatch ''# (todo|skip)'') {
        Write-Failed "${name}: $($Line -replace ''^not ok '', '''')"
    }
}

# Runs a command with the file''s time limit. What it leaves running may keep its output open.
function Start-Command([string] $Program, [string] $Arguments) {
    $start = New-Object Diagnostics.ProcessStartInfo $Program, $Arguments
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.WorkingDirectory = Split-Path $file
    $start.EnvironmentVariables[''XOAP_TEST_RESULTS''] = $ownResults
    if ($Environment[$number]) {
        foreach ($variable in $Environment[$number].GetEnumerator()) { $start.EnvironmentVariables[$variable.Key] = $variable.Value }
    }

    $process = [Diagnostics.Process]::Start($start)
    $errors = $process.StandardError.ReadToEndAsync()
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $line = $process.StandardOutput.ReadLineAsync()
    while ($clock.Elapsed.TotalSeconds -lt $seconds) {
        if ($line.Wait(100)) {
            if ($null -eq $line.Result) { break }
            Write-Heard $line.Result
            $line = $process.StandardOutput.ReadLineAsync()
        } elseif ($process.HasExited -and -not $line.Wait(5000)) {
            break
        }
    }

    $rest = [Math]::Max(0, $seconds * 1000 - $clock.ElapsedMilliseconds)
    if ($process.WaitForExit([int] [Math]::Min($rest, [int]::MaxValue))) {
        $script:code = $process.ExitCode
    } else {
        $script:code = 124
        & taskkill.exe /F /T /PID $process.Id | Out-Null
    }

    if ($errors.Wait(5000) -and $errors.Result.Trim()) {
        foreach ($text in ($errors.Result.TrimEnd() -split ''\r?\n'')) { Write-Result ''err'' $text }
    }
}

# Runs the file as its framework and its name say.
function Start-File {
    if ($framework -eq ''Pester'') {
        $pester = Join-Path $Folder ''pester''
        Start-Command $shell ("$options `"$Folder\RunPester.ps1`" -Number $number -File `"$file`" -Results `"$resultFile`"" +
            " -Failed `"$failedFile`" -Pester `"$pester`"")
    } else {
        Write-Result ''begin'' (Split-Path $name -Leaf)
        if ($name -like ''*.ps1'') {
            Start-Command $shell "$options `"$file`""
        } else {
            Start-Command "$env:SystemRoot\System32\cmd.exe" "/d /s /c `"`"$file`"`""
        }
    }
}

for ($index = 0; $index -lt $Tests.Count; $index += 5) {
    $number, $framework, $limit, $results, $name = $Tests[$index..($index + 4)]
    $seconds = [int] $limit
    $file = Join-Path (Join-Path $Folder ''files'') $name.Replace(''/'', ''\'')
    $ownResults = Join-Path $Folder "$number.xml"
    $code = 0
    $shell = if ($Pwsh) { $Pwsh } else { ''powershell.exe'' }
    $options = ''-NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File''
    $before = (New-Object IO.FileInfo $failedFile).Length
    if (-not (Get-Command $shell -ErrorAction SilentlyContinue)) {
        Write-Result ''fail'' "There is no $shell in the image."
        Write-Failed "${name}: there is no $shell in the image"
        continue
    }

    try {
        Start-File
    } catch {
        Write-Result ''fail'' ("It cannot be run: $($_.Exception.Message)" -replace ''[\r\n]+'', '' '')
        Write-Failed "${name}: it cannot be run"
        continue
    }

    if ($framework -eq ''JUnit'') {
        $written = if ($results) { $results } else { $ownResults }
        if (Test-Path -LiteralPath $written) {
            foreach ($text in [IO.File]::ReadAllLines($written)) {
                Write-Result ''out'' $text
                if ($text -match ''<(failure|error)[ />]'') { Write-Failed "${name}: see its report" }
            }
        } else {
            Write-Result ''fail'' "It wrote no results to $written."
            Write-Failed "${name}: it wrote no results"
        }
    }

    if ($code -eq 124) {
        Write-Result ''fail'' "The tests were ended after their time limit of $seconds seconds."
    }

    if ($code -ne 0 -and (New-Object IO.FileInfo $failedFile).Length -eq $before) {
        Write-Failed "${name}: it ended with exit code $code"
    }

    Write-Result ''exit'' $code
}

if ($Last) {
    [IO.File]::AppendAllText($resultFile, "xoap-test 000 end`n", $utf8)
    [Console]::Out.WriteLine(''xoap-test 000 end'')
}

exit 0
', [Text.Encoding]::UTF8)
    & $xoapScript -Folder $env:XOAP_TESTS -Tests @('001', 'Pester', '60', '', 'tests/host.Tests.ps1')
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
