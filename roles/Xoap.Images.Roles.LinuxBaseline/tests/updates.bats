#!/usr/bin/env bats
# The updates of the distribution came to their end.
# bats file_tags=updates

@test "no package is half installed" {
    if command -v dpkg > /dev/null; then
        run dpkg --audit
    else
        run dnf -q check
    fi
    [ "$status" -eq 0 ]
    [ -z "$output" ] || { echo "$output"; return 1; }
}
