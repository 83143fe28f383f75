#!/bin/sh
# At every boot the image reports what it is; its own site shows the report as /status.txt. It lies in /run, so it is never an old one.
set -eu
install -m 755 /tmp/status/image-status /usr/local/sbin/image-status
install -m 644 /tmp/status/image-status.service /etc/systemd/system/image-status.service
ln -s /run/image-status.txt /var/www/html/status.txt
rm -r /tmp/status
systemctl enable -q image-status
