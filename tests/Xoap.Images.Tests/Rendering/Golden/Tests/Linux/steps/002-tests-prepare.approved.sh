#!/bin/sh
set -e
rm -rf /tmp/002-tests-linux-qemu
mkdir /tmp/002-tests-linux-qemu
tar -xzof /tmp/002-tests-linux-qemu.tar.gz -C /tmp/002-tests-linux-qemu
rm -f /tmp/002-tests-linux-qemu.tar.gz
chmod -R a+x /tmp/002-tests-linux-qemu/bats/libexec
cd /tmp/002-tests-linux-qemu
: > results.txt
: > failed.txt
chmod -R a+rX .
chmod a+w results.txt failed.txt
