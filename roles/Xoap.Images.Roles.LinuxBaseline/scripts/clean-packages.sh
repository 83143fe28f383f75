#!/bin/sh
# Removes packages that nothing needs any more, downloaded packages and package lists.
# Exit codes: 0 done; others are the package manager's.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/clean-packages.sh
set -eu

if command -v apt-get > /dev/null; then
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 autoremove --purge
    apt-get clean
    rm -rf /var/lib/apt/lists/*
elif command -v dnf > /dev/null; then
    dnf -y autoremove
    dnf -q clean all
    rm -rf /var/cache/dnf/*
fi
