#!/bin/sh
# Makes the base disk of the sample: a small bootable Debian 12 with an SSH server and a build user, as qcow2.
# Needs neither root nor loop devices. Usage: make-base-disk.sh [FOLDER]
# The folder, by default in the user's cache, then holds
#   debian-12-amd64.qcow2          the disk, and beside it .sha256 ("sha256:HEX")
#   id_ed25519, id_ed25519.pub     the key that the disk's user "packer" accepts: the one that lies there, or a new one
# A disk that this recipe made is kept. To get one with the newest packages, delete the folder.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/xoap-images/debian-12}
name=debian-12-amd64
size=2048 # MiB
root_uuid=3b9c0c1e-6d0b-4a55-9f6e-0d6b2f1a7c12
packages=linux-image-cloud-amd64,systemd-sysv,systemd-resolved,libnss-resolve,dbus,udev,iproute2,e2fsprogs
packages=$packages,openssh-server,sudo,procps,ca-certificates

# What makes the output differ from one run to the next: nothing but the packages' versions and the key.
SOURCE_DATE_EPOCH=1686355200 # the release of Debian 12
export SOURCE_DATE_EPOCH E2FSPROGS_FAKE_TIME=$SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
PATH=$PATH:/usr/sbin:/sbin

# Debian's own entries among this machine's package sources. None (not a Debian 12): mmdebstrap uses its default mirror.
debian_sources() {
    command -v apt-get > /dev/null || return 0
    # shellcheck disable=SC2016 # the names are apt's
    apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk '$1 ~ "^https?://.*/debian(-security)?/([0-9TZ]+/)?$" && $2 ~ /^bookworm(-updates|-security)?$/ &&
             $3 == "main" && !seen[$0]++ { print "deb", $0 }'
}

# The guest uses the same mirror, so it gets this machine's answer to whether an old index is accepted, too.
apt_options() {
    command -v apt-config > /dev/null || return 0
    apt-config dump | grep -E '^Acquire::Check-(Valid-Until|Date) ' || true
}

missing() {
    while [ $# -gt 0 ]; do
        command -v "$1" > /dev/null || [ -e "$1" ] || printf ' %s' "$2"
        shift 2
    done
    if [ "$(id -u)" -ne 0 ]; then
        command -v fakeroot > /dev/null || printf ' fakeroot'
        command -v newuidmap > /dev/null || command -v fakechroot > /dev/null || printf ' uidmap'
    fi
}

# Little-endian 32-bit number as the octal escapes that printf understands.
le32() {
    printf '\\%03o\\%03o\\%03o\\%03o' $(($1 & 255)) $(($1 >> 8 & 255)) $(($1 >> 16 & 255)) $(($1 >> 24 & 255))
}

# Runs a command so that Ctrl+C ends it, its children included.
child=
run() {
    setsid "$@" > "$work/log" 2>&1 &
    child=$!
    if wait "$child"; then
        child=
    else
        child=
        tail -n 15 "$work/log" >&2
        echo "make-base-disk: $1 failed." >&2
        exit 1
    fi
}

clean_up() {
    status=$?
    trap '' INT TERM HUP
    if [ -n "$child" ]; then
        kill -TERM -- "-$child" 2> /dev/null || true
        wait "$child" || true
    fi
    [ -z "${work:-}" ] || rm -rf "$work"
    exit "$status"
}

sources=$(debian_sources)
options=$(apt_options)
key=$folder/id_ed25519
recipe() {
    { cat "$here/make-base-disk.sh" "$here/set-up-guest.sh" "$key.pub"; echo "$sources $options"; } | sha256sum | cut -c 1-64
}
is_current() {
    [ -s "$folder/$name.qcow2" ] && [ -s "$folder/$name.qcow2.sha256" ] && [ -s "$key" ] && [ -s "$key.pub" ] &&
        [ "$(cat "$folder/recipe" 2> /dev/null)" = "$(recipe)" ]
}
if is_current; then exit 0; fi

needed=$(missing mmdebstrap mmdebstrap mke2fs e2fsprogs qemu-img qemu-utils ssh-keygen openssh-client flock util-linux \
    grub-mkimage grub-common /usr/lib/grub/i386-pc/boot.img grub-pc-bin \
    /usr/share/keyrings/debian-archive-keyring.gpg debian-archive-keyring)
if [ -n "$needed" ]; then
    echo "make-base-disk: please install first: apt-get install$needed" >&2
    exit 1
fi

# One run at a time; the others wait and then find the disk made. Whatever an earlier, killed run left is removed.
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
exec 9< "$folder"
flock 9
if is_current; then exit 0; fi
rm -rf "$folder"/.new.*
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
work=$(mktemp -d "$folder/.new.XXXXXX")
echo "Making the Debian 12 base disk in $folder (a minute or two, once) ..."

# 1. The key, and the packages as a tar.
if [ ! -s "$key" ]; then
    rm -f "$key" "$key.pub"
    ssh-keygen -q -t ed25519 -N '' -C 'build key of the debian-web sample' -f "$work/key"
    mv "$work/key.pub" "$key.pub"
    mv "$work/key" "$key"
elif [ ! -s "$key.pub" ]; then
    ssh-keygen -y -f "$key" > "$work/key.pub"
    mv "$work/key.pub" "$key.pub"
fi
echo "$sources" > "$work/sources.list"
echo "$options" > "$work/apt.conf"
# shellcheck disable=SC2016 # $1 is the hooks' own
set -- --variant=apt --include="$packages" --aptopt="$work/apt.conf" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook="upload '$key.pub' /build-key.pub" \
    --customize-hook="upload '$here/set-up-guest.sh' /set-up-guest.sh" \
    --customize-hook='chroot "$1" sh /set-up-guest.sh '"$root_uuid" \
    --customize-hook='rm "$1/set-up-guest.sh" "$1/build-key.pub"' \
    bookworm "$work/root.tar"
[ -z "$sources" ] || set -- "$@" "$work/sources.list"
run mmdebstrap "$@"

# 2. The file system, from 1 MiB on. Owners other than oneself need root, or what looks like it.
features=^metadata_csum_seed,^orphan_file # which GRUB 2.06 cannot read
make_file_system="mkdir '$work/root' && tar -xf '$work/root.tar' -C '$work/root' --numeric-owner --exclude='./dev/*' &&
    mke2fs -q -t ext4 -O $features -m 1 -U $root_uuid -E offset=1048576,hash_seed=$root_uuid,root_owner=0:0 \
        -d '$work/root' '$work/disk.raw' $((size - 1))M"
truncate -s "${size}M" "$work/disk.raw"
if [ "$(id -u)" -eq 0 ]; then run sh -c "$make_file_system"; else run fakeroot sh -c "$make_file_system"; fi
rm -rf "$work/root" "$work/root.tar"

# 3. GRUB: its first stage and one active partition in sector 0, the rest in the gap before the partition.
run grub-mkimage -O i386-pc -o "$work/core.img" -p '(,msdos1)/boot/grub' \
    biosdisk part_msdos ext2 normal linux configfile echo serial
sectors=$(((size - 1) * 2048))
dd if=/usr/lib/grub/i386-pc/boot.img of="$work/disk.raw" bs=440 count=1 conv=notrunc status=none
dd if="$work/core.img" of="$work/disk.raw" bs=512 seek=1 conv=notrunc status=none
# shellcheck disable=SC2059 # the formats are the bytes
{
    printf '\200\040\041\000\203\376\377\377'
    printf "$(le32 2048)$(le32 "$sectors")"
} | dd of="$work/disk.raw" bs=1 seek=446 conv=notrunc status=none
printf '\125\252' | dd of="$work/disk.raw" bs=1 seek=510 conv=notrunc status=none

# 4. The result. The recipe goes last: with it, the folder counts as complete.
run qemu-img convert -f raw -O qcow2 "$work/disk.raw" "$work/$name.qcow2"
hash=$(sha256sum < "$work/$name.qcow2" | cut -c 1-64)
echo "sha256:$hash" > "$work/$name.qcow2.sha256"
rm -f "$folder/recipe"
mv "$work/$name.qcow2" "$work/$name.qcow2.sha256" "$folder"
recipe > "$work/recipe"
mv "$work/recipe" "$folder"
