#!/bin/sh
# Hardens the SSH server. It takes effect when the server starts the next time. Usage: harden-ssh.sh NAME=VALUE...
# Exit codes: 0 done, 10 there is no SSH server, 11 it refuses the settings; then they are taken back.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/harden-ssh.sh
set -eu

sshd=/usr/sbin/sshd
main=/etc/ssh/sshd_config
# The first value wins, so that this file has to come before those of others.
own=/etc/ssh/sshd_config.d/00-baseline.conf

if [ ! -x "$sshd" ]; then
    echo "There is no SSH server: $sshd is missing." >&2
    exit 10
fi

mkdir -p /etc/ssh/sshd_config.d
for setting in "$@"; do
    printf '%s %s\n' "${setting%%=*}" "${setting#*=}"
done > "$own"
chmod 600 "$own"

cp -p "$main" "$main.before"
if ! grep -qiE '^[[:space:]]*Include[[:space:]]+"?/etc/ssh/sshd_config\.d/\*' "$main"; then
    { echo 'Include /etc/ssh/sshd_config.d/*.conf'; cat "$main.before"; } > "$main"
fi

if ! "$sshd" -t; then
    cat "$main.before" > "$main"
    rm -f "$own" "$main.before"
    echo "The SSH server refuses the settings, see above. Include needs OpenSSH 8.2 or newer." >&2
    exit 11
fi
rm -f "$main.before"
