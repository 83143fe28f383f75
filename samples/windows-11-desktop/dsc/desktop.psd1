@{
    AllNodes = @(
        @{
            NodeName      = 'localhost'
            SupportFolder = 'C:\Support'
        }
    )
}
