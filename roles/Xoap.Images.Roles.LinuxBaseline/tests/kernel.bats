#!/usr/bin/env bats
# The kernel's settings are in force, not only written down.
# bats file_tags=hardening

@test "the kernel has the baseline's settings" {
    file=/etc/sysctl.d/60-baseline.conf
    [ -s "$file" ]
    wrong=0
    while IFS== read -r name value; do
        # What this kernel does not know is passed over, as it was in the build.
        now=$(sysctl -n "${name#-}" 2> /dev/null | tr -s '\t ' ' ') && [ -n "$now" ] || continue
        [ "$now" = "$(echo "$value" | tr -s '\t ' ' ')" ] || { echo "$name is $now, not $value"; wrong=1; }
    done < "$file"
    [ "$wrong" -eq 0 ]
}
