# What has to hold inside a machine made from the image (https://pester.dev).
# `dotnet build` does not run this: copy it into such a machine and run `Invoke-Pester image.Tests.ps1` there.

Describe 'NewImage' {
    It 'has the note that the script left' {
        'C:\ProgramData\NewImage\about.txt' | Should -FileContentMatch 'NewImage'
    }

    It 'has the Windows update service' {
        Get-Service -Name wuauserv | Should -Not -BeNullOrEmpty
    }
}
