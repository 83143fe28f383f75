<# configuration Example { } in a comment is none. #>
[DscLocalConfigurationManager()]
configuration Settings {
    Node localhost { Settings { RebootNodeIfNeeded = $true } }
}

configuration WebServer {
    Import-DscResource -ModuleName PSDesiredStateConfiguration

    Node $AllNodes.NodeName {
        WindowsFeature Web { Name = 'Web-Server'; Ensure = 'Present' }
    }
}
