#!/bin/sh
set -e
failed=$(cat /tmp/002-tests-linux-qemu/failed.txt)
rm -rf /tmp/002-tests-linux-qemu 2> /dev/null || sudo -n rm -rf /tmp/002-tests-linux-qemu
if [ -n "$failed" ]; then
    printf 'These tests failed, so that no image is made:\n%s\n' "$failed" >&2
    exit 1
fi
