#!/bin/sh
# What every machine of the fleet has: kernel settings, SSH by key only, updates by themselves. Usage: harden.sh KEY=VALUE…
set -eu

for setting in "$@"; do
    printf '%s\n' "$setting"
done > /etc/sysctl.d/90-fleet.conf
sysctl --quiet --system

cat > /etc/ssh/sshd_config.d/10-fleet.conf << 'END'
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
X11Forwarding no
MaxAuthTries 3
END
sshd -t

cat > /etc/apt/apt.conf.d/90-fleet << 'END'
APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Automatic-Reboot "false";
END
