#!/usr/bin/env bats
# Before the image is made: nothing is left that two machines must not share.

@test "the machine id is empty" {
    [ -e /etc/machine-id ]
    [ ! -s /etc/machine-id ]
}

@test "there is no host key" {
    ! ls /etc/ssh/ssh_host_* 2> /dev/null
}

@test "the build's key is gone" {
    [ ! -e /home/packer/.ssh/authorized_keys ]
}

@test "no package lists and no packages are kept" {
    [ -z "$(ls /var/cache/apt/archives/*.deb 2> /dev/null)" ]
    [ -z "$(ls /var/lib/apt/lists 2> /dev/null)" ]
}
