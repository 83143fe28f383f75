#!/bin/sh
set -e
/bin/sh "$XOAP_TESTS/run-tests.sh" "$XOAP_TESTS" 'no' '001' 'Bats' '60' '' 'tests/web.bats'
