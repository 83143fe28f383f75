# What scripts/harden.ps1, scripts/use-tls12.ps1 and the power plan left is in force after the first boot.

Describe 'Firewall' -Tag 'hardening' {
    It 'is on in profile <_>' -ForEach 'Domain', 'Private', 'Public' {
        "$((Get-NetFirewallProfile -Name $_).Enabled)" | Should -Be 'True'
    }

    It 'has its service running' {
        "$((Get-Service -Name 'MpsSvc').Status)" | Should -Be 'Running'
    }
}

Describe 'Network' -Tag 'hardening' {
    It 'serves no SMB 1' {
        (Get-SmbServerConfiguration).EnableSMB1Protocol | Should -BeFalse
    }

    It 'has no SMB 1 installed' {
        # Only a feature that is on, or that a restart would turn on, can be used.
        "$((Get-WindowsOptionalFeature -Online -FeatureName 'SMB1Protocol').State)" | Should -Not -BeLike 'Enable*'
    }

    It 'asks nobody for names by multicast' {
        $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient'
        (Get-ItemProperty -LiteralPath $policy).EnableMulticast | Should -Be 0
    }
}

Describe 'Logs' -Tag 'logs' {
    It 'keep 128 MB of <_>' -ForEach 'Application', 'Security', 'System' {
        (Get-WinEvent -ListLog $_).MaximumSizeInBytes | Should -Be 128MB
    }

    It 'hold the scripts that PowerShell runs' {
        $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\PowerShell\ScriptBlockLogging'
        (Get-ItemProperty -LiteralPath $policy).EnableScriptBlockLogging | Should -Be 1
    }
}

Describe 'TLS' -Tag 'hardening', 'tls' {
    BeforeAll {
        $protocols = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'
    }

    Context '<_>' -ForEach 'SSL 3.0', 'TLS 1.0', 'TLS 1.1' {
        BeforeAll {
            $protocol = $_
        }

        It 'is off for the <_>' -ForEach 'Client', 'Server' {
            $settings = Get-ItemProperty -LiteralPath "$protocols\$protocol\$_"
            $settings.Enabled | Should -Be 0
            $settings.DisabledByDefault | Should -Be 1
        }
    }

    It 'is what .NET chooses by default, in <_>' -ForEach 'HKLM:\SOFTWARE', 'HKLM:\SOFTWARE\Wow6432Node' {
        $settings = Get-ItemProperty -LiteralPath "$_\Microsoft\.NETFramework\v4.0.30319"
        $settings.SchUseStrongCrypto | Should -Be 1
        $settings.SystemDefaultTlsVersions | Should -Be 1
    }
}

Describe 'Power' -Tag 'power' {
    It 'is High performance' {
        powercfg.exe /getactivescheme | Should -Match '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'
    }
}
