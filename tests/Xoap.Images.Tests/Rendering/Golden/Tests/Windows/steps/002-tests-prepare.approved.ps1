$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    Get-ChildItem -Path (Split-Path $env:XOAP_TESTS) -Filter '002-tests-*' | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-1) -and -not $_.Name.StartsWith((Split-Path -Leaf $env:XOAP_TESTS)) } | Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
    if (Test-Path -LiteralPath $env:XOAP_TESTS) { Remove-Item -LiteralPath $env:XOAP_TESTS -Recurse -Force }
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory(($env:XOAP_TESTS + '.zip'), $env:XOAP_TESTS)
    [IO.File]::Delete(($env:XOAP_TESTS + '.zip'))
    $line = 'xoap-test 000 folder ' + $env:XOAP_TESTS + '\files\'
    [IO.File]::WriteAllText(($env:XOAP_TESTS + '\results.txt'), "$line`n")
    [Console]::Out.WriteLine($line)
    [IO.File]::WriteAllText(($env:XOAP_TESTS + '\failed.txt'), '')
    [IO.File]::WriteAllText(($env:XOAP_TESTS + '\RunPester.ps1'), '# Runs one file of Pester tests and writes what each test says, one line of JSON each: to a file, and to the output as it happens.
# It sets no preferences: the tests would inherit them.
# Exit codes: 0 when every test passed, 1 when something failed or there is no Pester.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/RunPester.ps1
param([string] $Number, [string] $File, [string] $Results, [string] $Failed, [string] $Pester)

function Write-Line([string] $Path, [string] $Text) {
    [IO.File]::AppendAllText($Path, "$Text`n", (New-Object Text.UTF8Encoding $false))
}

function Write-Result([string] $Kind, [string] $Text) {
    $line = "xoap-test $Number $Kind " + ($Text -replace ''[\r\n]+'', '' '')
    Write-Line $Results $line
    [Console]::Out.WriteLine($line)
}

# Plain ASCII, whatever the code page is; half of a surrogate pair would be no text for whoever reads it.
function Write-Json($Entry) {
    $json = ConvertTo-Json -InputObject $Entry -Compress -Depth 6
    $json = [regex]::Replace($json, ''[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]'', ''\ufffd'')
    Write-Result ''out'' ([regex]::Replace($json, ''[^\x20-\x7E]'', { param($match) ''\u{0:x4}'' -f [int][char] $match.Value }))
}

# Where an error is from: what the assertion says, where the text cannot be parsed, or the first call outside of Pester.
function Get-Place($Record) {
    $target = $Record.TargetObject
    if ($target -is [Collections.IDictionary] -and $target[''File'']) {
        return @{ File = [string] $target[''File'']; Line = [int] $target[''Line''] }
    }

    if ($Record.Exception -is [Management.Automation.ParseException] -and $Record.Exception.Errors) {
        $extent = $Record.Exception.Errors[0].Extent
        return @{ File = [string] $extent.File; Line = [int] $extent.StartLineNumber }
    }

    foreach ($call in ([string] $Record.ScriptStackTrace -split ''\r?\n'')) {
        if ($call -match ''^at .*?, (.+): \D+ (\d+)$'' -and $Matches[1] -notlike ''<*'' -and
            -not $Matches[1].StartsWith($script:folder) -and $Matches[1] -ne $PSCommandPath) {
            return @{ File = $Matches[1]; Line = [int] $Matches[2] }
        }
    }

    return @{ File = ''''; Line = 0 }
}

function Get-Errors($Records) {
    foreach ($record in $Records) {
        $place = Get-Place $record
        $entry = [ordered] @{
            message = [string] $record.Exception.Message; id = [string] $record.FullyQualifiedErrorId
            stack = [string] $record.ScriptStackTrace; file = $place.File; line = $place.Line
        }
        if ($record.TargetObject -is [Collections.IDictionary] -and $record.TargetObject[''ShouldResult'']) {
            $expect = @($record.TargetObject[''ShouldResult''].ExpectResult)[0]
            if ($expect) {
                $entry.expected = [string] $expect.Expected
                $entry.actual = [string] $expect.Actual
                $entry.because = [string] $expect.Because
            }
        }

        $entry
    }
}

function Get-Blocks($Blocks) {
    foreach ($block in $Blocks) {
        $block
        Get-Blocks $block.Blocks
    }
}

# The names as they are shown, and the tags, from the outermost block.
function Get-Chain($Test) {
    $names = @($Test.ExpandedName)
    $tags = @($Test.Tag)
    for ($block = $Test.Block; $block -and $block.Parent; $block = $block.Parent) {
        $names = @($block.ExpandedName) + $names
        $tags = @($block.Tag) + $tags
    }

    @{ Names = $names; Tags = @($tags | Where-Object { $_ } | Select-Object -Unique) }
}

$found = if (Test-Path -LiteralPath $Pester) {
    Get-ChildItem -LiteralPath $Pester -Recurse -Filter ''Pester.psd1'' | ForEach-Object { Test-ModuleManifest $_.FullName }
} else {
    Get-Module -ListAvailable -Name ''Pester''
}

$module = $found | Where-Object { $_.Version.Major -ge 5 } | Sort-Object Version -Descending | Select-Object -First 1
if (-not $module) {
    Write-Result ''fail'' ''There is no Pester 5 or newer: install the module in the image, or set PesterModulePath to a copy of it.''
    Write-Line $Failed "${File}: there is no Pester 5 or newer"
    exit 1
}

Import-Module $module.Path
$folder = Split-Path $module.Path
Write-Result ''begin'' "Pester $($module.Version) on PowerShell $($PSVersionTable.PSVersion)"
$run = Invoke-Pester -Configuration ([PesterConfiguration] @{
    Run = @{ Path = $File; PassThru = $true }
    Output = @{ Verbosity = ''None'' }
})

$failures = 0
foreach ($test in $run.Tests) {
    $chain = Get-Chain $test
    Write-Json ([ordered] @{
        kind = ''test''; path = [string[]] @($test.Path); expanded = [string[]] $chain.Names; line = [int] $test.StartLine
        group = [string] $test.GroupId; result = [string] $test.Result; executed = [bool] $test.Executed; shouldRun = [bool] $test.ShouldRun
        ms = $test.Duration.TotalMilliseconds; tags = [string[]] $chain.Tags
        output = ([string] ($test.StandardOutput | Out-String)).TrimEnd(); errors = [object[]] @(Get-Errors $test.ErrorRecord)
    })
    if ([string] $test.Result -eq ''Failed'') {
        $failures++
        Write-Line $Failed "${File}: $($chain.Names -join '' > '')"
    }
}

foreach ($container in $run.Containers) {
    foreach ($block in (Get-Blocks $container.Blocks)) {
        if ($block.ErrorRecord.Count -gt 0) {
            $failures++
            Write-Line $Failed "${File}: $($block.Path -join '' > '')"
            Write-Json ([ordered] @{
                kind = ''block''; path = [string[]] @($block.Path); line = [int] $block.StartLine; result = [string] $block.Result
                errors = [object[]] @(Get-Errors $block.ErrorRecord)
            })
        }
    }

    if ($container.ErrorRecord.Count -gt 0 -or $run.Tests.Count -eq 0) {
        $failures++
        Write-Line $Failed "${File}: its tests cannot be found"
    }

    Write-Json ([ordered] @{
        kind = ''container''; result = [string] $container.Result; errors = [object[]] @(Get-Errors $container.ErrorRecord)
        tests = [int] $container.TotalCount
    })
}

exit [int] ($failures -gt 0)
')
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
}
exit $global:LASTEXITCODE
