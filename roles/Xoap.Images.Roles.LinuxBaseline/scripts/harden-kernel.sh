#!/bin/sh
# Hardens the kernel's settings, now and at every boot. Usage: harden-kernel.sh NAME=VALUE...
# Exit codes: 0 done, 1 a value was refused. What this kernel does not know (IPv6 may be off) is passed over.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/harden-kernel.sh
set -eu

printf '%s\n' "$@" > /etc/sysctl.d/60-baseline.conf
sysctl -q -e -p /etc/sysctl.d/60-baseline.conf
