#!/bin/sh
# Empties the logs, removes old ones and shell histories.
# Exit codes: 0 done.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/clean-logs.sh
set -eu

for home in /root /home/*; do
    for name in .bash_history .ash_history .zsh_history .python_history .lesshst .viminfo .wget-hsts; do
        rm -f "$home/$name"
    done
done

# The journal goes on in memory, so that its files can be removed. Old releases do not know the word.
journalctl --relinquish-var 2> /dev/null || true
if [ -d /var/log/journal ]; then
    find /var/log/journal -mindepth 1 -delete
fi

old='-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
find /var/log -type f \( -name '*.gz' -o -name '*.xz' -o -name '*.old' -o -name '*.[0-9]' -o -name "*$old" \) -delete
find /var/log -type f -exec truncate -s 0 {} +
