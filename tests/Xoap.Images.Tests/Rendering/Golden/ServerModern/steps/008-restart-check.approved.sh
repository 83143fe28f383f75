#!/bin/sh
set -e
if [ "$(cat '/var/tmp/008-restart.boot-id')" = "$(cat /proc/sys/kernel/random/boot_id)" ]; then
    echo 'The guest has not restarted yet.' >&2
    exit 1
fi
rm -f '/var/tmp/008-restart.boot-id'
echo 'The guest has restarted.'
