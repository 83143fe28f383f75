Describe "host" {
    It "has a name" {
        [Environment]::MachineName | Should -Not -BeNullOrEmpty
    }
}
