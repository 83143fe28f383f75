# Turns TLS 1.2 on, tells .NET Framework to use what Windows offers, and turns the named protocols off. It takes effect behind a restart.
# Exit codes: 0 done, 1 failed.
# Source: Xoap.Images, roles/Xoap.Images.Roles.WindowsBaseline/scripts/Use-Tls12.ps1
param(
    [Parameter(ValueFromRemainingArguments = $true)] [string[]] $OldProtocols = @()
)

$ErrorActionPreference = 'Stop'
$protocols = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'
$known = 'SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1'

# New-Item would empty a key that is there.
function Set-Number([string] $Key, [string] $Name, [int] $Value) {
    if (-not (Test-Path -LiteralPath $Key)) {
        [void](New-Item -Path $Key -Force)
    }

    Set-ItemProperty -LiteralPath $Key -Name $Name -Value $Value -Type DWord
}

function Set-Protocol([string] $Protocol, [int] $Enabled) {
    foreach ($side in 'Client', 'Server') {
        Set-Number "$protocols\$Protocol\$side" 'Enabled' $Enabled
        Set-Number "$protocols\$Protocol\$side" 'DisabledByDefault' (1 - $Enabled)
    }
}

Set-Protocol 'TLS 1.2' 1
foreach ($protocol in $OldProtocols | Where-Object { $_ -ne 'none' }) {
    if ($known -notcontains $protocol) {
        throw "'$protocol' is no protocol that can be turned off here. Possible: $($known -join ', ')."
    }

    Set-Protocol $protocol 0
}

# Programs for .NET Framework 3.5 and 4 choose old protocols themselves unless they are told not to.
foreach ($software in 'HKLM:\SOFTWARE', 'HKLM:\SOFTWARE\WOW6432Node') {
    foreach ($version in 'v2.0.50727', 'v4.0.30319') {
        Set-Number "$software\Microsoft\.NETFramework\$version" 'SchUseStrongCrypto' 1
        Set-Number "$software\Microsoft\.NETFramework\$version" 'SystemDefaultTlsVersions' 1
    }
}

Write-Output "TLS 1.2 is on. Off: $($OldProtocols -join ', ')."
exit 0
