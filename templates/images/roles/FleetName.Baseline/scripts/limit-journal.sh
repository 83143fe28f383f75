#!/bin/sh
# Usage: limit-journal.sh SIZE    The system's log takes no more than that.
set -eu

mkdir -p /etc/systemd/journald.conf.d
printf '[Journal]\nSystemMaxUse=%s\n' "$1" > /etc/systemd/journald.conf.d/limit.conf
