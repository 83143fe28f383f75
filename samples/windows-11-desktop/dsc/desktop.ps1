# What a desktop has to be like. Compiled and applied in the guest by Windows PowerShell 5.1.
Configuration Desktop
{
    Import-DscResource -ModuleName PSDesiredStateConfiguration

    Node $AllNodes.NodeName
    {
        Registry NoConsumerFeatures
        {
            Key       = 'HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\CloudContent'
            ValueName = 'DisableWindowsConsumerFeatures'
            ValueType = 'Dword'
            ValueData = '1'
            Ensure    = 'Present'
        }

        Service RemoteRegistry
        {
            Name        = 'RemoteRegistry'
            StartupType = 'Disabled'
            State       = 'Stopped'
        }

        File SupportFolder
        {
            DestinationPath = $Node.SupportFolder
            Type            = 'Directory'
            Ensure          = 'Present'
        }
    }
}
