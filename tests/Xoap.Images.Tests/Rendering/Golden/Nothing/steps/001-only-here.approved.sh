#!/bin/sh
set -e
cd -- '/tmp'
echo '{{ .Vars }} ${x}'
