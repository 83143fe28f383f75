#!/usr/bin/env bats
# The journal's limits hold: of several files the last one that names a setting wins.
# bats file_tags=logs

# wins SETTING
wins() {
    own=$(sed -n "s/^$1=//p" /etc/systemd/journald.conf.d/60-baseline.conf)
    last=$(systemd-analyze cat-config systemd/journald.conf | sed -n "s/^$1=//p" | tail -n 1)
    [ -n "$own" ]
    [ "$last" = "$own" ] || { echo "$1 is $last, not $own"; return 1; }
}

@test "the journal is limited in size" {
    wins SystemMaxUse
}

@test "the journal is limited in age" {
    wins MaxRetentionSec
}
