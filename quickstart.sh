#!/bin/bash
# From nothing to a bootable image of a Debian web server. Safe to run again: what is done is not done twice.
set -eu
cd "$(dirname "$0")"

times=
# step NAME COMMAND… runs a command and remembers how long it took.
step() {
    local name=$1 start
    shift
    start=$SECONDS
    "$@"
    times="$times$(printf '  %-38s %4d s' "$name" $((SECONDS - start)))
"
}

step "prerequisites" eng/prerequisites.sh packer:packer qemu-system-x86_64:qemu-system-x86 qemu-img:qemu-utils \
    mmdebstrap:mmdebstrap mke2fs:e2fsprogs grub-mkimage:grub-common /usr/lib/grub/i386-pc/boot.img:grub-pc-bin \
    ssh-keygen:openssh-client setpriv:util-linux bats:bats
echo "Packing the SDK (about a minute) ..."
step "pack the SDK to a local feed" ./pack.sh
step "make the base disk" samples/debian-web/base/make-base-disk.sh
step "dotnet build samples/debian-web" dotnet build samples/debian-web

record=samples/debian-web/.images/debian-web/qemu/image.json
# The newest image's record is indented JSON with one value a line.
value() { sed -n "s/^ *\"$1\": \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}$/\1/p" "$record" | head -n 1; }
printf '\nimage    %s\nversion  %s\nsize     %s MiB\n\n%s\n' \
    "$(value path)" "$(value version)" "$(($(value size) / 1048576))" "$times"
echo "Boot it and look at its page: samples/debian-web/quick-check.sh $(value path)"
