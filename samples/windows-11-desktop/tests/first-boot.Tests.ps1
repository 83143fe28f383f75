# What the first boot made of a generalised image.

Describe 'First boot' -Tag 'boot' {
    It 'is over' {
        $state = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State'
        (Get-ItemProperty -LiteralPath $state).ImageState | Should -Be 'IMAGE_STATE_COMPLETE'
    }

    It 'left no restart pending: <Name>' -ForEach @(
        @{ Name = 'components'; Key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending' }
        @{ Name = 'updates'; Key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired' }
    ) {
        Test-Path -LiteralPath $Key | Should -BeFalse
    }

    It 'runs Windows 11 Enterprise' {
        (Get-CimInstance -ClassName 'Win32_OperatingSystem').Caption | Should -Match 'Windows 11 Enterprise'
    }
}

Describe 'Machine' -Tag 'hardware' {
    It 'started by secure boot' {
        Confirm-SecureBootUEFI | Should -BeTrue
    }

    It 'has a TPM' {
        $tpm = Get-CimInstance -Namespace 'root\cimv2\Security\MicrosoftTpm' -ClassName 'Win32_Tpm' -ErrorAction SilentlyContinue
        if (-not $tpm) {
            Set-ItResult -Skipped -Because 'the image was built with -p:VirtualTpm=false'
        }

        $tpm.IsEnabled_InitialValue | Should -BeTrue
    }
}

Describe 'Updates' -Tag 'updates' {
    It 'were installed' {
        # The build installs the recommended ones of its day; an image that stays long is built anew, and says so here.
        $newest = (Get-HotFix | Where-Object { $_.InstalledOn } | Sort-Object -Property 'InstalledOn' | Select-Object -Last 1).InstalledOn
        $newest | Should -BeGreaterThan (Get-Date).AddDays(-90)
    }
}
