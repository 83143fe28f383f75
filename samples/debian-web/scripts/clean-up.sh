#!/bin/sh
# Leaves nothing of the build behind, and nothing that two machines must not share.
set -eu
apt-get clean
rm -rf /var/lib/apt/lists/*
rm -f /home/packer/.ssh/authorized_keys
find /var/log -type f -exec truncate -s 0 {} +
: > /etc/machine-id

# Each machine makes its own host keys at its first boot.
rm -f /etc/ssh/ssh_host_*
cat > /etc/systemd/system/make-ssh-host-keys.service << 'END'
[Unit]
Description=Make SSH host keys once
Before=ssh.service
ConditionPathExists=!/etc/ssh/ssh_host_ed25519_key

[Service]
Type=oneshot
ExecStart=/usr/bin/ssh-keygen -A

[Install]
WantedBy=multi-user.target
END
systemctl enable -q make-ssh-host-keys
