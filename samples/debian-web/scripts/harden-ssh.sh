#!/bin/sh
set -eu
install -m 644 /tmp/sshd-hardening.conf /etc/ssh/sshd_config.d/10-hardening.conf
rm /tmp/sshd-hardening.conf
/usr/sbin/sshd -t
