#!/bin/sh
set -e
cd -- '/projects/web'
true
