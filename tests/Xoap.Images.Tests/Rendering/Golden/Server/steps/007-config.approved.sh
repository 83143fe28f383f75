#!/bin/sh
set -e
mkdir -p -- '/etc/nginx/a b'
ln -sfn -- "$(cd -- '/etc/nginx/a b' && pwd)" /tmp/007-config-0
