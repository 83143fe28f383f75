#!/bin/sh
# Runs inside the new base disk, once its packages are there. Usage: set-up-guest.sh UUID-OF-ROOT
set -eu
root_uuid=$1

echo debian > /etc/hostname
echo '127.0.0.1 localhost debian' > /etc/hosts
echo "UUID=$root_uuid / ext4 rw,noatime,errors=remount-ro 0 0" > /etc/fstab
rm -f /etc/machine-id && : > /etc/machine-id # every copy of the disk makes its own

# Any network card, by DHCP. Nothing at boot waits for it.
cat > /etc/systemd/network/80-dhcp.network << 'END'
[Match]
Type=ether
[Network]
DHCP=yes
END
systemctl enable -q systemd-networkd systemd-resolved
systemctl disable -q systemd-networkd-wait-online
ln -sf /run/systemd/resolve/stub-resolv.conf /etc/resolv.conf

# The build user: its key, no password, all rights.
useradd --create-home --shell /bin/bash packer
install -d -m 700 -o packer -g packer /home/packer/.ssh
install -m 600 -o packer -g packer /build-key.pub /home/packer/.ssh/authorized_keys
echo 'packer ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/packer
chmod 440 /etc/sudoers.d/packer

# Without PAM's systemd module nobody ends SSH sessions before the network goes: whoever had the guest restarted would
# hear nothing for minutes. (Debian's ssh-session-cleanup knows sessions with a terminal only.)
cat > /etc/systemd/system/end-ssh-sessions.service << 'END'
[Unit]
Description=End SSH sessions while there is a network
After=network.target
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/true
ExecStop=-/usr/bin/pkill -f "^sshd: [^ ]+@"
[Install]
WantedBy=multi-user.target
END
systemctl enable -q end-ssh-sessions

# Emulated machines are slow: one kind of host key, no translations of package descriptions, and nothing periodic
# that takes the processor or apt's lock.
rm -f /etc/ssh/ssh_host_*
ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key
echo 'Acquire::Languages "none";' > /etc/apt/apt.conf.d/90no-translations
systemctl disable -q e2scrub_reap.service apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer \
    e2scrub_all.timer fstrim.timer

# A small initramfs with just the disks that QEMU may offer; ext4 is in the kernel.
echo MODULES=list > /etc/initramfs-tools/conf.d/small
printf '%s\n' virtio_pci virtio_blk virtio_scsi sd_mod ata_piix > /etc/initramfs-tools/modules
update-initramfs -u

# /vmlinuz and /initrd.img follow the newest kernel.
mkdir -p /boot/grub
cat > /boot/grub/grub.cfg << END
linux /vmlinuz root=UUID=$root_uuid ro console=tty0 console=ttyS0,115200 quiet
initrd /initrd.img
boot
END
