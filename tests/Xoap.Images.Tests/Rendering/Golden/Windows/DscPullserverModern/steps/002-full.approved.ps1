$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
try {
    $env:DSC_REGISTRATION_KEY = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($env:DSC_REGISTRATION_KEY))
    $xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))
    [void](New-Item -ItemType Directory -Path $xoapFolder)
    $xoapScript = Join-Path $xoapFolder 'RegisterDsc.ps1'
    [IO.File]::WriteAllText($xoapScript, '# Registers the machine with a DSC pull server, and pulls and applies its configuration.
# A restart that the configuration asks for is noted in the file RestartMark. The registration is taken back before the image is sealed.
# Exit codes: 0 when the configuration is applied or waits for a restart; 1 when the server refuses or a resource fails.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/RegisterDsc.ps1
param([string] $WorkspaceId = '''', [string] $GroupName = '''', [string] $ServerUrl = '''', [string[]] $ConfigurationNames = @(), [string] $RestartMark)

$ErrorActionPreference = ''Stop''
if ($PSVersionTable.PSVersion.Major -ne 5) {
    throw "DSC needs Windows PowerShell 5.1, and this is $($PSVersionTable.PSVersion)."
}

# .NET Framework speaks TLS 1.2 only where it is told to: here, and in the Local Configuration Manager.
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
foreach ($software in ''HKLM:\SOFTWARE'', ''HKLM:\SOFTWARE\WOW6432Node'') {
    $key = "$software\Microsoft\.NETFramework\v4.0.30319"
    if (Test-Path -LiteralPath $key) {
        Set-ItemProperty -LiteralPath $key -Name ''SchUseStrongCrypto'' -Value 1 -Type DWord
        Set-ItemProperty -LiteralPath $key -Name ''SystemDefaultTlsVersions'' -Value 1 -Type DWord
    }
}

# As text, since a script with this keyword cannot even be read where DSC is missing.
$client = @''
[DscLocalConfigurationManager()]
configuration PullClient {
    param([string] $Url, [string] $Key, [string[]] $Names)

    Node localhost {
        Settings {
            RefreshMode        = ''Pull''
            ConfigurationMode  = ''ApplyOnly''
            RebootNodeIfNeeded = $false
        }

        ConfigurationRepositoryWeb PullServer {
            ServerURL          = $Url
            RegistrationKey    = $Key
            ConfigurationNames = $Names
        }
    }
}
''@

# A local session over DCOM: one over WinRM needs a listener without encryption.
$here = New-CimSession -ComputerName localhost -SessionOption (New-CimSessionOption -Protocol Dcom)
if ($WorkspaceId -ne '''') {
    $address = "https://api.xoap.io/dsc/Policy/$WorkspaceId/Download/$([Uri]::EscapeDataString($GroupName))"
    $registration = (New-Object Net.WebClient).DownloadString($address)

    # The server''s script decides itself which errors matter; whether it has registered the machine shows when the machine pulls.
    & {
        $ErrorActionPreference = ''Continue''
        . ([ScriptBlock]::Create($registration))
    }
} else {
    $settings = Join-Path ([IO.Path]::GetTempPath()) (''dsc-'' + [Guid]::NewGuid().ToString(''N''))
    try {
        . ([ScriptBlock]::Create($client))
        [void](PullClient -Url $ServerUrl -Key $env:DSC_REGISTRATION_KEY -Names $ConfigurationNames -OutputPath $settings)
        Set-DscLocalConfigurationManager -Path $settings -CimSession $here -Force
    } finally {
        Remove-Item -LiteralPath $settings -Recurse -Force -ErrorAction SilentlyContinue
    }
}

while ((Get-DscLocalConfigurationManager -CimSession $here).LCMState -eq ''Busy'') {
    Start-Sleep -Seconds 5
}

Update-DscConfiguration -CimSession $here -Wait -Verbose -ErrorAction Stop
if ((Get-DscLocalConfigurationManager -CimSession $here).LCMState -eq ''PendingReboot'') {
    Write-Output ''The configuration asks for a restart.''
    [void](New-Item -ItemType File -Path $RestartMark -Force)
}
', [Text.Encoding]::UTF8)
    & $xoapScript -ServerUrl 'https://dsc.example.com:8080/PSDSCPullServer.svc' -ConfigurationNames @('Baseline', 'Web') -RestartMark 'C:\Windows\Temp\002-full.restart'
} catch {
    [Console]::Error.WriteLine(($_ | Out-String))
    exit 1
} finally {
    if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }
}
exit $global:LASTEXITCODE
