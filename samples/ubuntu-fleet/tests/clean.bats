#!/usr/bin/env bats
# Before the image is made: nothing is left that two machines must not share.

@test "the machine id is empty" {
    [ -e /etc/machine-id ]
    [ ! -s /etc/machine-id ]
}

@test "there is no host key" {
    run find /etc/ssh -name 'ssh_host_*'
    [ -z "$output" ] || { echo "$output"; return 1; }
}

@test "no package lists are kept" {
    [ -z "$(ls /var/lib/apt/lists 2> /dev/null)" ]
}
