#!/bin/sh
# Installs the Debian packages that are missing, or says what to install where it may not.
# Usage: eng/prerequisites.sh COMMAND:PACKAGE…    Silent when everything is there.
set -eu

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "The .NET 10 SDK is missing: install the package dotnet-sdk-10.0, or see https://dot.net." >&2
    exit 1
fi

missing=
for pair in "$@"; do
    PATH="$PATH:/usr/sbin:/sbin" command -v "${pair%%:*}" >/dev/null || [ -e "${pair%%:*}" ] || missing="$missing ${pair#*:}"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        as_root=none
    fi
fi

if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
    echo "These packages are missing; install them and start again:" >&2
    echo "  sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

echo "Installing:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # the words of $missing and $as_root are separate on purpose
if ! { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "The packages could not be installed; see above. Install them by hand and start again:$missing" >&2
    exit 1
fi
