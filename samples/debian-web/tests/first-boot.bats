#!/usr/bin/env bats
# What the first boot made of a machine that has no identity yet.

@test "the machine has an identity of its own" {
    [[ $(cat /etc/machine-id) =~ ^[0-9a-f]{32}$ ]]
}

@test "the host key was made by this boot" {
    key=/etc/ssh/ssh_host_ed25519_key
    [ -s "$key" ]
    boot=$(date -d "$(uptime -s)" +%s)
    [ "$(stat -c %Y "$key")" -ge "$((boot - 60))" ]
}

@test "the build's user cannot become root" {
    [ ! -e /etc/sudoers.d/packer ]
}

@test "no service failed" {
    run systemctl --failed --no-legend
    [ -z "$output" ]
}
