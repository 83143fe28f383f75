#!/usr/bin/env bats
# The time zone is one that this machine knows.
# bats file_tags=time

@test "the time zone is set" {
    zone=$(readlink -f /etc/localtime)
    [[ $zone == /usr/share/zoneinfo/* ]] || { echo "/etc/localtime leads to $zone"; return 1; }
    [ -s "$zone" ]
}

@test "Debian's packages see the same time zone" {
    [ -e /etc/timezone ] || skip "there is no /etc/timezone"
    [ "$(readlink -f "/usr/share/zoneinfo/$(cat /etc/timezone)")" = "$(readlink -f /etc/localtime)" ]
}
