echo ä
