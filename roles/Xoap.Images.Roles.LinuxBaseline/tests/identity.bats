#!/usr/bin/env bats
# The machine made an identity of its own.
# bats file_tags=cleanup

@test "the machine has an ID" {
    [[ $(cat /etc/machine-id) =~ ^[0-9a-f]{32}$ ]]
}

@test "D-Bus has the same ID" {
    [ -e /var/lib/dbus/machine-id ] || skip "D-Bus keeps none of its own"
    cmp /etc/machine-id /var/lib/dbus/machine-id
}
