#!/bin/sh
# Leaves nothing of the build behind, and nothing that two machines must not share.
set -eu
apt-get clean
rm -rf /var/lib/apt/lists/*
rm -f /home/packer/.ssh/authorized_keys
find /var/log -type f -exec truncate -s 0 {} +
systemctl enable -q apt-daily.timer apt-daily-upgrade.timer fstrim.timer # the base disk holds them back

# Each machine makes its own identity, random numbers and SSH host key at its first boot. One kind of key: others take long.
: > /etc/machine-id
rm -f /var/lib/systemd/random-seed /etc/ssh/ssh_host_*
cat > /etc/systemd/system/make-ssh-host-key.service << 'END'
[Unit]
Description=Make the SSH host key once
Before=ssh.service
ConditionPathExists=!/etc/ssh/ssh_host_ed25519_key

[Service]
Type=oneshot
ExecStart=/usr/bin/ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/ssh_host_ed25519_key

[Install]
WantedBy=ssh.service
END
systemctl enable -q make-ssh-host-key
