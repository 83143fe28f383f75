#!/bin/sh
set -e
waits=0
while [ "$(cat '/var/tmp/008-restart.boot-id')" = "$(cat /proc/sys/kernel/random/boot_id)" ]; do
    waits=$((waits + 1))
    if [ "$waits" -gt 150 ]; then
        echo 'The guest has not restarted.' >&2
        exit 1
    fi
    sleep 2
done
rm -f '/var/tmp/008-restart.boot-id'
echo 'The guest has restarted.'
