#!/bin/sh
# Takes the ways in from the user that the image was built with: its keys, and its password. It stays logged in until the guest stops.
# Usage: lock-build-user.sh USER
# Exit codes: 0 done, 10 there is no such user.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/lock-build-user.sh
set -eu
user=$1

if ! entry=$(getent passwd "$user"); then
    echo "There is no user '$user'." >&2
    exit 10
fi

home=$(echo "$entry" | cut -d : -f 6)
rm -f "$home/.ssh/authorized_keys" "$home/.ssh/authorized_keys2"
passwd -l "$user" > /dev/null
