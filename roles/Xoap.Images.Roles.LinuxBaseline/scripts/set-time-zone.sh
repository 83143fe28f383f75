#!/bin/sh
# Sets the time zone. Usage: set-time-zone.sh ZONE
# Exit codes: 0 done, 10 no such time zone; others are the package manager's.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/set-time-zone.sh
set -eu
zone=$1

# Minimal systems come without the list of time zones.
if [ ! -d /usr/share/zoneinfo ]; then
    if command -v apt-get > /dev/null; then
        export DEBIAN_FRONTEND=noninteractive
        set -- -q -y -o DPkg::Lock::Timeout=600 install tzdata
        apt-get "$@" || { apt-get -q -o APT::Update::Error-Mode=any update && apt-get "$@"; }
    elif command -v dnf > /dev/null; then
        dnf -y install tzdata
    fi
fi

if [ ! -f "/usr/share/zoneinfo/$zone" ]; then
    echo "There is no time zone '$zone' in /usr/share/zoneinfo. Names look like Europe/Berlin." >&2
    exit 10
fi

ln -sf "/usr/share/zoneinfo/$zone" /etc/localtime
# Debian's packages look here.
if [ -e /etc/timezone ]; then
    echo "$zone" > /etc/timezone
fi
