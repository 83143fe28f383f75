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

    It 'runs Windows Server 2025' {
        (Get-CimInstance -ClassName 'Win32_OperatingSystem').Caption | Should -Match 'Windows Server 2025'
    }
}

Describe 'Updates' -Tag 'updates' {
    It 'were installed' {
        # The build installs the recommended ones of its day; an image that stays long is built anew, and says so here.
        $newest = (Get-HotFix | Where-Object { $_.InstalledOn } | Sort-Object -Property 'InstalledOn' | Select-Object -Last 1).InstalledOn
        $newest | Should -BeGreaterThan (Get-Date).AddDays(-90)
    }
}
