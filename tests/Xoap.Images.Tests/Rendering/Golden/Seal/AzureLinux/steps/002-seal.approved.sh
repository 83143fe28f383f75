#!/bin/sh
set -e
PATH="$PATH:/usr/sbin:/sbin"
export PATH HISTSIZE=0
if ! command -v waagent > /dev/null; then
    echo 'The Azure Linux agent (waagent) is not installed. Install it, or name a script of your own in ImageSeal.' >&2
    exit 10
fi
waagent -force -deprovision+user
sync
