# What has to hold inside a machine made from the image (https://pester.dev).
# `dotnet test` starts a machine from the image and runs this in it. It needs Pester 5 in the image, or PesterModulePath.

Describe 'NewImage' {
    It 'has the note that the script left' {
        'C:\ProgramData\NewImage\about.txt' | Should -FileContentMatch 'NewImage'
    }

    It 'has the Windows update service' {
        Get-Service -Name wuauserv | Should -Not -BeNullOrEmpty
    }
}
