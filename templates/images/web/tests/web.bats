#!/usr/bin/env bats
# What has to hold inside a machine made from the image (https://bats-core.readthedocs.io).
# `dotnet test` starts a machine from the image and runs this in it.

@test "the page is served" {
  exec 6<> /dev/tcp/127.0.0.1/80
  printf 'GET / HTTP/1.0\r\n\r\n' >&6
  grep -q "FleetName" <&6
}

@test "the log is limited" {
  grep -q "SystemMaxUse" /etc/systemd/journald.conf.d/limit.conf
}

@test "nothing of the build is left" {
  [ ! -e /etc/sudoers.d/packer ]
  [ ! -e /home/packer/.ssh/authorized_keys ]
}
