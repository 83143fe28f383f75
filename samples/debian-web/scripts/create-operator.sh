#!/bin/sh
# Creates the account of whoever looks after the machines: no password, one key, all rights.
# Usage: create-operator.sh NAME GROUP PUBLIC-KEY-FILE
set -eu
name=$1 group=$2 key=$3

getent passwd "$name" > /dev/null && userdel --remove "$name"
useradd --create-home --shell /bin/bash --groups "$group" "$name"
install -d -m 700 -o "$name" -g "$name" "/home/$name/.ssh"
install -m 600 -o "$name" -g "$name" "$key" "/home/$name/.ssh/authorized_keys"
rm "$key"

echo "$name ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/operator
chmod 440 /etc/sudoers.d/operator
visudo -c -q
