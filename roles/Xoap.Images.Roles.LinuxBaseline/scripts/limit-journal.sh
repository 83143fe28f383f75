#!/bin/sh
# Limits systemd's journal, which may otherwise take a tenth of the disk. Usage: limit-journal.sh SIZE TIME
# Exit codes: 0 done.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/limit-journal.sh
set -eu
size=$1 time=$2

mkdir -p /etc/systemd/journald.conf.d
printf '[Journal]\nSystemMaxUse=%s\nMaxRetentionSec=%s\n' "$size" "$time" > /etc/systemd/journald.conf.d/60-baseline.conf
systemctl restart systemd-journald
