#!/bin/sh
# Everything that the project checks: prerequisites, build with warnings as errors, format, all tests.
# Usage: ./test.sh [arguments for dotnet test, for example --filter PlannerTests]
set -eu
cd "$(dirname "$0")"

eng/prerequisites.sh packer:packer qemu-system-x86_64:qemu-system-x86 qemu-img:qemu-utils mmdebstrap:mmdebstrap mke2fs:e2fsprogs \
    grub-mkimage:grub-common /usr/lib/grub/i386-pc/boot.img:grub-pc-bin ssh-keygen:openssh-client sshd:openssh-server \
    setpriv:util-linux strace:strace git:git bats:bats

results=artifacts/test-results
rm -rf "$results"

dotnet build Sdk.sln -c Release
dotnet format Sdk.sln --verify-no-changes --no-restore

status=0
dotnet test Sdk.sln -c Release --no-build --logger trx --results-directory "$results" "$@" || status=$?

# The closing line is made from what the runs recorded.
cat "$results"/*.trx | sed -n 's/.*<Counters total="[0-9]*" executed="[0-9]*" passed="\([0-9]*\)" failed="\([0-9]*\)".*/\1 \2/p' |
    { passed=0 failed=0
      while read -r p f; do passed=$((passed + p)) failed=$((failed + f)); done
      [ "$passed" -gt 0 ] || status=1
      echo "$passed passed, $failed failed"
      exit "$status"; }
