Write-Output 'Grüße'
