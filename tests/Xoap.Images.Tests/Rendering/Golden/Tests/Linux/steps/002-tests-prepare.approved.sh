#!/bin/sh
set -e
rm -rf /tmp/002-tests
mkdir /tmp/002-tests
tar -xzof /tmp/002-tests.tar.gz -C /tmp/002-tests
rm -f /tmp/002-tests.tar.gz
chmod -R a+x /tmp/002-tests/bats/libexec
cd /tmp/002-tests
: > results.txt
: > failed.txt
chmod -R a+rX .
chmod a+w results.txt failed.txt
