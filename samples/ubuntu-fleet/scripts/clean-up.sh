#!/bin/sh
# Each machine of the fleet makes its own identity at its first boot.
set -eu
apt-get clean
rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*
cloud-init clean --logs
: > /etc/machine-id
rm -f /etc/ssh/ssh_host_* /var/lib/systemd/random-seed
find /var/log -type f -exec truncate -s 0 {} +
