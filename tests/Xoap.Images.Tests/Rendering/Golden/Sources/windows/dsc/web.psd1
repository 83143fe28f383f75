@{ AllNodes = @(@{ NodeName = 'localhost' }) }
