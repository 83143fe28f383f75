#!/bin/sh
set -e
failed=$(cat /tmp/002-tests/failed.txt)
rm -rf /tmp/002-tests 2> /dev/null || sudo -n rm -rf /tmp/002-tests
if [ -n "$failed" ]; then
    printf 'These tests failed, so that no image is made:\n%s\n' "$failed" >&2
    exit 1
fi
