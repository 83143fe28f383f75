#!/usr/bin/env bats
# What has to hold inside a machine made from the image (https://bats-core.readthedocs.io).
# `dotnet build` does not run this: copy it into such a machine and run `bats image.bats` there.

@test "the script left its note" {
  grep -q "NewImage" /etc/motd
}

@test "an SSH server is there" {
  command -v sshd
}
