#!/bin/sh
# Lets a service keep the time: chrony where it is installed, else systemd-timesyncd; the RHEL family gets chrony.
# Usage: synchronise-time.sh [SERVER...]    Without servers, those of the distribution stay.
# Exit codes: 0 done, 10 nothing is here that could keep the time; others are the package manager's.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/synchronise-time.sh
set -eu

timesyncd=/lib/systemd/systemd-timesyncd
install_timesyncd() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 install --no-install-recommends systemd-timesyncd
}

if ! command -v chronyd > /dev/null && [ ! -x "$timesyncd" ]; then
    if command -v apt-get > /dev/null; then
        install_timesyncd || { apt-get -q -o APT::Update::Error-Mode=any update && install_timesyncd; }
    elif command -v dnf > /dev/null; then
        dnf -y install chrony
    fi
fi

if command -v chronyd > /dev/null; then
    for configuration in /etc/chrony/chrony.conf /etc/chrony.conf; do
        if [ $# -gt 0 ] && [ -f "$configuration" ]; then
            sed -i -E '/^[[:space:]]*(server|pool|peer)[[:space:]]/d' "$configuration"
            printf 'server %s iburst\n' "$@" >> "$configuration"
        fi
    done
    # Debian calls it chrony, the RHEL family chronyd.
    systemctl enable -q chronyd 2> /dev/null || systemctl enable -q chrony
elif [ -x "$timesyncd" ]; then
    if [ $# -gt 0 ]; then
        mkdir -p /etc/systemd/timesyncd.conf.d
        printf '[Time]\nNTP=%s\n' "$*" > /etc/systemd/timesyncd.conf.d/60-baseline.conf
    fi
    systemctl enable -q systemd-timesyncd
else
    echo "Neither chrony nor systemd-timesyncd is here." >&2
    exit 10
fi
