# .NET programs and the system itself use TLS 1.2 or newer. Exit codes: 0 done, 1 failed.
$ErrorActionPreference = 'Stop'

foreach ($framework in 'HKLM:\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'HKLM:\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319') {
    Set-ItemProperty -Path $framework -Name SchUseStrongCrypto -Value 1 -Type DWord
    Set-ItemProperty -Path $framework -Name SystemDefaultTlsVersions -Value 1 -Type DWord
}

$protocols = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'
foreach ($protocol in 'SSL 3.0', 'TLS 1.0', 'TLS 1.1') {
    foreach ($side in 'Client', 'Server') {
        $key = "$protocols\$protocol\$side"
        New-Item -Path $key -Force | Out-Null
        Set-ItemProperty -Path $key -Name Enabled -Value 0 -Type DWord
        Set-ItemProperty -Path $key -Name DisabledByDefault -Value 1 -Type DWord
    }
}
