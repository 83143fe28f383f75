# The applications and settings of the desktop, as its users get them.

Describe 'Contoso Notes' -Tag 'applications' {
    BeforeAll {
        $notes = Join-Path -Path $env:ProgramFiles -ChildPath 'Contoso Notes\notes.txt'
    }

    It 'is installed' {
        $notes | Should -Exist
    }

    It 'says who to call' {
        $notes | Should -FileContentMatch 'who to call'
    }

    It 'can be read by everybody' {
        $access = (Get-Acl -LiteralPath $notes).Access | Where-Object { "$($_.AccessControlType)" -eq 'Allow' }
        $sids = $access.IdentityReference | ForEach-Object { $_.Translate([Security.Principal.SecurityIdentifier]).Value }
        $sids | Should -Contain 'S-1-5-32-545' # Users, in every language
    }
}

Describe 'Settings of dsc/desktop.ps1' -Tag 'dsc' {
    It 'keep suggested apps from new users' {
        $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\CloudContent'
        (Get-ItemProperty -LiteralPath $policy).DisableWindowsConsumerFeatures | Should -Be 1
    }

    It 'let nobody edit the registry from afar' {
        $service = Get-Service -Name 'RemoteRegistry'
        "$($service.StartType)" | Should -Be 'Disabled'
        "$($service.Status)" | Should -Be 'Stopped'
    }

    It 'make a folder for the support' {
        'C:\Support' | Should -Exist
        (Get-Item -LiteralPath 'C:\Support').PSIsContainer | Should -BeTrue
    }
}
