#!/bin/sh
# Usage: harden-kernel.sh NAME=VALUE…
set -eu
for setting in "$@"; do
    echo "$setting"
done > /etc/sysctl.d/60-hardening.conf
sysctl -q -p /etc/sysctl.d/60-hardening.conf
