#!/bin/sh
# Removes what no two machines may share. Each makes its own at its first boot.
# Exit codes: 0 done.
# Source: Xoap.Images, roles/Xoap.Images.Roles.LinuxBaseline/scripts/reset-identity.sh
set -eu

# Empty, not missing: systemd then writes a new one, also where the root file system is read-only at first.
: > /etc/machine-id
if [ -f /var/lib/dbus/machine-id ] && [ ! -L /var/lib/dbus/machine-id ]; then
    ln -sf /etc/machine-id /var/lib/dbus/machine-id
fi

rm -f /var/lib/systemd/random-seed /var/lib/systemd/credential.secret
rm -f /var/lib/dhcp/*.leases /var/lib/dhclient/*.lease* /var/lib/NetworkManager/*.lease /var/lib/NetworkManager/secret_key
rm -f /etc/udev/rules.d/70-persistent-*.rules

# Otherwise cloud-init takes the next machine for this one where no cloud gives it an instance ID.
if command -v cloud-init > /dev/null; then
    cloud-init clean --logs
fi
