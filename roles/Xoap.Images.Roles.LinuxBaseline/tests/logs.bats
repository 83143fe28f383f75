#!/usr/bin/env bats
# The logs begin with this machine.
# bats file_tags=cleanup

@test "the journal holds nothing of another machine" {
    id=$(cat /etc/machine-id)
    run find /var/log/journal -mindepth 1 -maxdepth 1 -regextype posix-extended -regex '.*/[0-9a-f]{32}' ! -name "$id"
    [ -z "$output" ] || [ ! -d /var/log/journal ] || { echo "$output"; return 1; }
}

@test "nobody left a shell history" {
    run find /root /home -maxdepth 2 -name '.*_history'
    [ -z "$output" ] || { echo "$output"; return 1; }
}
