#!/bin/sh
set -e
echo "Hello, $1"
