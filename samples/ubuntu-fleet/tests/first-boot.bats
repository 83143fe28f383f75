#!/usr/bin/env bats
# What the first boot made of a machine that has no identity yet.

@test "cloud-init is content with the first boot" {
    run cloud-init status --wait
    [[ $output == *"status: done"* ]]
}

@test "the machine has an identity of its own" {
    [[ $(cat /etc/machine-id) =~ ^[0-9a-f]{32}$ ]]
}

@test "the machine has host keys" {
    ls /etc/ssh/ssh_host_*_key
}

@test "no service failed" {
    run systemctl --failed --no-legend
    [ -z "$output" ] || { echo "$output"; return 1; }
}
