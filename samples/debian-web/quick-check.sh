#!/bin/bash
# Boots an image without changing it, and shows that its site and its own report are served.
# Usage: quick-check.sh IMAGE [KEY]    With the operator's private key it logs in, too.
set -eu
image=${1:?Usage: quick-check.sh IMAGE [KEY]}
key=${2:-}
[ -r "$image" ] || { echo "quick-check: '$image' is not there." >&2; exit 1; }
patience=${PATIENCE:-300}

accelerator=tcg
if [ -w /dev/kvm ] && grep -qE '^flags.*\b(vmx|svm)\b' /proc/cpuinfo; then accelerator=kvm; fi

ports=()
for candidate in $(shuf -i 20000-60000 -n 20); do
    if ! (exec 3<> "/dev/tcp/127.0.0.1/$candidate") 2> /dev/null; then ports+=("$candidate"); fi
done
port=${ports[0]} ssh_port=${ports[1]}

qemu-system-x86_64 -accel "$accelerator" -m 1024 -smp 2 -display none -snapshot \
    -drive "file=$image,if=virtio,format=qcow2" -device virtio-net,netdev=net \
    -netdev "user,id=net,hostfwd=tcp:127.0.0.1:$port-:80,hostfwd=tcp:127.0.0.1:$ssh_port-:22" 2> /dev/null &
machine=$!
trap 'kill "$machine" 2> /dev/null || true; wait "$machine" 2> /dev/null || true' EXIT
trap 'exit 130' INT TERM

# get PATH prints what the image's web server answers; fails while there is none.
get() (
    exec 2> /dev/null 3<> "/dev/tcp/127.0.0.1/$port" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
    timeout 10 cat <&3
)

echo "Booting $image, port 80 is forwarded to $port ..."
while [ "$SECONDS" -lt "$patience" ]; do
    kill -0 "$machine" 2> /dev/null || { echo "quick-check: the machine stopped." >&2; exit 1; }
    report=$(get /status.txt || true)
    if [ "${report##*end}" != "$report" ]; then break; fi
    sleep 2
done

page=$(get / || true)
case $page in
    *"Built, not clicked"*) echo "The page is served after $SECONDS s." ;;
    *) echo "quick-check: the page is not served after $SECONDS s." >&2; exit 1 ;;
esac
printf '%s\n' "$report" | tr -d '\r' | sed -n '/^\(ok\|MISSING\) /p'
case $report in
    *MISSING*) echo "quick-check: something that the build promised is missing." >&2; exit 1 ;;
    *end*) ;;
    *) echo "quick-check: there is no report." >&2; exit 1 ;;
esac

if [ -n "$key" ]; then
    ssh -i "$key" -p "$ssh_port" -o BatchMode=yes -o ConnectTimeout=30 -o LogLevel=ERROR -o StrictHostKeyChecking=no \
        -o UserKnownHostsFile=/dev/null webops@127.0.0.1 'echo "ok      $(id -un) can log in, sudo makes it $(sudo -n id -un)"'
fi
