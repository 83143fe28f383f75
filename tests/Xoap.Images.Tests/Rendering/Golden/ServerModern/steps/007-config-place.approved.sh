#!/bin/sh
set -e
rm -f -- /tmp/007-config-0
