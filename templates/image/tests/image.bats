#!/usr/bin/env bats
# What has to hold inside a machine made from the image (https://bats-core.readthedocs.io).
# `dotnet test` starts a machine from the image and runs this in it.

@test "the script left its note" {
  grep -q "NewImage" /etc/motd
}

@test "an SSH server is there" {
  command -v sshd
}
