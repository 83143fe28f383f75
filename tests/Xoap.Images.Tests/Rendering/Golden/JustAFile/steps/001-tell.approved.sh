#!/bin/sh
set -e
cd -- '/tmp'
echo done
