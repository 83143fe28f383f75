page_is_there() {
    [ -f /var/www/html/index.html ]
}
