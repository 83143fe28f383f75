#!/usr/bin/env bats
# The baseline is in force, not only written down.

# holds SETTING VALUE
holds() {
    run sysctl -n "$1"
    [ "$output" = "$2" ] || { echo "$1 is $output"; return 1; }
}

setup_file() {
    sshd=$(/usr/sbin/sshd -T)
    export sshd
}

@test "the kernel keeps its addresses and messages to itself" {
    holds kernel.kptr_restrict 2
    holds kernel.dmesg_restrict 1
}

@test "the network takes no redirects and checks where packets come from" {
    holds net.ipv4.conf.all.accept_redirects 0
    holds net.ipv4.conf.all.rp_filter 1
    holds net.ipv4.tcp_syncookies 1
}

@test "nobody logs in by password" {
    grep -qx "passwordauthentication no" <<< "$sshd"
    grep -qx "permitrootlogin no" <<< "$sshd"
}

@test "the journal is limited" {
    grep -qx "SystemMaxUse=50M" /etc/systemd/journald.conf.d/limit.conf
}

@test "the clock counts in UTC" {
    [ "$(date +%Z)" = UTC ]
}
