Describe "host" {
    It "has a name" { $env:COMPUTERNAME | Should -Not -BeNullOrEmpty }
}
