#!/usr/bin/env bats
# A service keeps the time.
# bats file_tags=time

@test "a time service runs, and comes up with the machine" {
    for service in chronyd chrony systemd-timesyncd; do
        if systemctl is-enabled --quiet "$service" 2> /dev/null; then
            systemctl is-active "$service"
            return
        fi
    done
    echo "neither chrony nor systemd-timesyncd is enabled"
    return 1
}
