Enable-PSRemoting
