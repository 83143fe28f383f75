#!/bin/sh
# Runs inside the guest as root. A command that fails ends the build.
set -eu

echo "Made by NewImage.imgproj" > /etc/motd
