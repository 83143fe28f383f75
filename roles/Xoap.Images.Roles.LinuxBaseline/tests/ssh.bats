#!/usr/bin/env bats
# The SSH server has the baseline's settings, and no other file overrules them.
# bats file_tags=hardening

@test "the SSH server uses the baseline's settings" {
    own=/etc/ssh/sshd_config.d/00-baseline.conf
    [ -s "$own" ]
    options=()
    while read -r name value; do
        options+=(-o "$name=$value")
    done < "$own"

    # A server that is started by its first connection makes this folder only then.
    mkdir -p /run/sshd
    in_force=$(/usr/sbin/sshd -T)
    diff <(/usr/sbin/sshd -T "${options[@]}") <(echo "$in_force")
}

@test "the SSH server is ready" {
    systemctl is-active --quiet ssh || systemctl is-active --quiet sshd || systemctl is-active --quiet ssh.socket
}
