#!/bin/sh
# Usage: set-banner.sh TEXT    Shows the text to whoever logs in.
set -eu

printf '%s\n' "$1" > /etc/issue
printf '%s\n' "$1" > /etc/motd
