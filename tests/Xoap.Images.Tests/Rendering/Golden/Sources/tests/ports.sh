#!/bin/sh
echo 1..1
echo ok 1 - port 80 is open
