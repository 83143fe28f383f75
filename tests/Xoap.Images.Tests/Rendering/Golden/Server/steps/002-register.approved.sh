#!/bin/sh
set -e
export GREETING='it'\''s {{ me }}'
cd -- '/var/lib/my data'
printf '%s %s' '{{ .Vars }} ${not} %{hcl}' "$GREETING" | tee /etc/motd
