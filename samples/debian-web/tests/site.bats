#!/usr/bin/env bats
# The site as its visitors have it.

get() {
    exec 6<> /dev/tcp/127.0.0.1/80
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&6
    cat <&6
}

@test "nginx is up, and comes up with the machine" {
    systemctl is-active --quiet nginx
    systemctl is-enabled --quiet nginx
}

@test "the page is served" {
    run get /
    [ "$status" -eq 0 ]
    [[ $output == *"200 OK"* ]]
    [[ $output == *"Built, not clicked"* ]]
}

@test "the page names its owner" {
    run get /
    [[ $output == *"Web team"* ]]
    [[ $output != *"@OWNER@"* ]]
}

@test "the image's own report finds nothing missing" {
    run get /status.txt
    [[ $output == *"200 OK"* ]]
    [[ $output != *MISSING* ]]
}
