#!/usr/bin/env bats
# The fleet's agent and settings, in force on a machine of the fleet.

# holds SETTING VALUE
holds() {
    run sysctl -n "$1"
    [ "$output" = "$2" ] || { echo "$1 is $output"; return 1; }
}

# bats test_tags=agent
@test "the exporter is up, and comes up with the machine" {
    systemctl is-active --quiet prometheus-node-exporter
    systemctl is-enabled --quiet prometheus-node-exporter
}

# bats test_tags=agent
@test "the exporter tells what the fleet asks for" {
    exec 6<> /dev/tcp/127.0.0.1/9100
    printf 'GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n' >&6
    run cat <&6
    [[ $output == *node_memory_MemTotal_bytes* ]]
    [[ $output == *node_filesystem_size_bytes* ]]
}

# bats test_tags=agent
@test "the collector is known" {
    [ "$(cat /etc/fleet-collector)" = collector.fleet.example.com ]
}

# bats test_tags=hardening
@test "the kernel keeps its addresses and messages to itself" {
    holds kernel.kptr_restrict 2
    holds kernel.dmesg_restrict 1
    holds net.ipv4.conf.all.rp_filter 1
}

# bats test_tags=hardening
@test "nobody logs in by password" {
    mkdir -p /run/sshd
    sshd=$(/usr/sbin/sshd -T)
    for setting in "permitrootlogin no" "passwordauthentication no" "kbdinteractiveauthentication no" "x11forwarding no" "maxauthtries 3"; do
        grep -qx "$setting" <<< "$sshd" || { echo "not in force: $setting"; return 1; }
    done
}

# bats test_tags=updates
@test "updates come by themselves, and restart nothing" {
    settings=$(apt-config dump)
    grep -qx 'APT::Periodic::Unattended-Upgrade "1";' <<< "$settings"
    grep -qx 'Unattended-Upgrade::Automatic-Reboot "false";' <<< "$settings"
}
