#!/bin/sh
# Installs all updates of the distribution. Configuration files that somebody changed stay as they are.
# Exit codes: 0 done, 10 no package manager that is known here; others are the package manager's.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/install-updates.sh
set -eu

# At its first boot a cloud's machine may still be busy with packages of its own.
if command -v cloud-init > /dev/null; then
    timeout 600 cloud-init status --wait > /dev/null || true
fi

if command -v apt-get > /dev/null; then
    export DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a
    # Without the first option, a mirror that does not answer would be a warning.
    apt-get -q -o APT::Update::Error-Mode=any update
    apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold dist-upgrade
elif command -v dnf > /dev/null; then
    dnf -y upgrade --refresh
else
    echo "Neither apt-get nor dnf is here." >&2
    exit 10
fi
