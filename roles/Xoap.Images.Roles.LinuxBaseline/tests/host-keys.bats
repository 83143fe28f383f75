#!/usr/bin/env bats
# The machine's SSH host keys are its own.
# bats file_tags=cleanup

unit=/etc/systemd/system/make-ssh-host-keys.service

@test "the machine has SSH host keys" {
    ls /etc/ssh/ssh_host_*_key
}

@test "a service makes SSH host keys where there are none" {
    [ ! -e /usr/lib/systemd/system/sshd-keygen.target ] || skip "the distribution brings one"
    systemctl is-enabled --quiet make-ssh-host-keys
}

@test "no SSH host key is the image's" {
    # The service was written when the old keys were removed.
    [ -e "$unit" ] || skip "the distribution makes them, and nothing tells when"
    run find /etc/ssh -name 'ssh_host_*_key' ! -newer "$unit"
    [ "$status" -eq 0 ]
    [ -z "$output" ] || { echo "older than the image: $output"; return 1; }
}
