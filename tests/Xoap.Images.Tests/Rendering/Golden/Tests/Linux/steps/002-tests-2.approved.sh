#!/bin/sh
set -e
/bin/sh "$XOAP_TESTS/run-tests.sh" "$XOAP_TESTS" 'yes' '002' 'Tap' '60' '' 'tests/ports.sh'
