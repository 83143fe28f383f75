#!/bin/sh
# Removes the SSH host keys. Each machine makes its own at its first boot, before the SSH server starts.
# Exit codes: 0 done.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/renew-host-keys.sh
set -eu

# The RHEL family has a service that makes missing keys; Debian and Ubuntu have none.
if [ ! -e /usr/lib/systemd/system/sshd-keygen.target ]; then
    cat > /etc/systemd/system/make-ssh-host-keys.service << 'END'
[Unit]
Description=Make SSH host keys where there are none
Before=ssh.service sshd.service
ConditionPathExistsGlob=!/etc/ssh/ssh_host_*_key

[Service]
Type=oneshot
ExecStart=/usr/bin/ssh-keygen -A

[Install]
WantedBy=multi-user.target ssh.service
END
    systemctl enable -q make-ssh-host-keys
fi

rm -f /etc/ssh/ssh_host_*_key /etc/ssh/ssh_host_*_key.pub
