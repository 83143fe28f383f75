#!/bin/sh
# Usage: create-operator.sh NAME GROUP    The account has no password; whoever runs the image brings a key.
set -eu
getent passwd "$1" > /dev/null && userdel "$1"
useradd --create-home --shell /bin/bash --groups "$2" "$1"
install -d -m 700 -o "$1" -g "$1" "/home/$1/.ssh"
