using System.Diagnostics;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>What the groups for Linux do in a real virtual machine with Debian. Updates are left out: they take minutes and are apt's own.</summary>
public class LinuxBaselineSpecs
{
    private const string Role = "Xoap.Images.Roles.LinuxBaseline";

    /// <summary>It runs as the image's last step and fails the build when something is not as it was promised.</summary>
    private const string Check = """
        #!/bin/sh
        set -u
        failed=0
        expect() {
            [ "$2" = "$3" ] || { echo "$1: '$2', not '$3'" >&2; failed=1; }
        }

        expect "host keys" "$(ls /etc/ssh/ssh_host_* 2> /dev/null)" ""
        systemctl start make-ssh-host-keys
        expect "new host keys" "$(ls /etc/ssh/ssh_host_ed25519_key)" /etc/ssh/ssh_host_ed25519_key
        expect "host keys at the first boot" "$(systemctl is-enabled make-ssh-host-keys)" enabled
        settings=$(/usr/sbin/sshd -T)
        for setting in "permitrootlogin no" "passwordauthentication no" "kbdinteractiveauthentication no" "x11forwarding no" "maxauthtries 4"; do
            expect "sshd" "$(echo "$settings" | grep -x "$setting")" "$setting"
        done
        expect "kptr_restrict" "$(sysctl -n kernel.kptr_restrict)" 2
        expect "accept_redirects" "$(sysctl -n net.ipv4.conf.all.accept_redirects)" 0
        expect "time zone" "$(readlink /etc/localtime)" /usr/share/zoneinfo/Europe/Berlin
        expect "time service" "$(systemctl is-enabled systemd-timesyncd)" enabled
        expect "time servers" "$(grep ^NTP /etc/systemd/timesyncd.conf.d/60-baseline.conf)" "NTP=a.example.com b.example.com"
        expect "journal" "$(systemd-analyze cat-config systemd/journald.conf | grep ^SystemMaxUse)" SystemMaxUse=64M
        expect "machine ID" "$(cat /etc/machine-id)" ""
        expect "random seed" "$(ls /var/lib/systemd/random-seed 2> /dev/null)" ""
        expect "package lists" "$(ls /var/lib/apt/lists)" ""
        expect "build user's key" "$(ls /home/packer/.ssh)" ""
        expect "build user's password" "$(passwd -S packer | cut -d ' ' -f 2)" L
        expect "histories" "$(ls /root/.bash_history /home/packer/.bash_history 2> /dev/null)" ""
        expect "journal's files" "$(find /var/log/journal -type f 2> /dev/null)" ""
        expect "apt's log" "$(cat /var/log/apt/history.log)" ""
        exit "$failed"
        """;

    [Fact]
    public void The_groups_do_what_they_promise()
    {
        using var solution = new ImageSolution();
        FirstPartyRoles.Pack(solution, Role);
        var disks = MakeBaseDisk();
        solution.Write("web/check.sh", Check + "\n");
        solution.Project("web", $"""
            <PropertyGroup>
              <LinuxUpdatesInstall>false</LinuxUpdatesInstall>
              <LinuxUpdatesRestart>false</LinuxUpdatesRestart>
              <LinuxBaselineTimeZone>Europe/Berlin</LinuxBaselineTimeZone>
              <LinuxBaselineTimeServers>a.example.com;b.example.com</LinuxBaselineTimeServers>
              <LinuxBaselineJournalSize>64M</LinuxBaselineJournalSize>
              <LinuxCleanupBuildUser>packer</LinuxCleanupBuildUser>
            </PropertyGroup>
            <ItemGroup>
              <PackageReference Include="{Role}" Version="{PackedSdk.Version}" />
              <OperatingSystem Include="debian-12" Provider="OnPremises" Platform="Linux" Version="12" Architecture="x64"
                               DiskImage="{disks}/debian-12-amd64.qcow2" Checksum="none" />
              <Builder Include="qemu" Type="Qemu" Cpus="2" MemoryMB="1024" NetDevice="virtio-net" BootWait="1s" SshUsername="packer"
                       SshPrivateKeyFile="{disks}/id_ed25519" SshTimeout="15m" ShutdownCommand="sudo -n systemctl poweroff" />
              <Provisioner Include="Check" Type="LinuxShellScript" Script="check.sh" RunAs="root" Timeout="5m" Groups="Checks" />
              <ProvisionerGroup Include="Checks" Seal="true" />
              <ProvisionerRole Include="Server" Groups="LinuxUpdates;LinuxBaseline;LinuxCleanup;Checks" />
            </ItemGroup>
            """);
        var build = solution.Build("web").Succeeded();
        Assert.Empty(build.Warnings);
        Assert.Contains("[11/11] Check", build.Output, StringComparison.Ordinal);
        Assert.True(solution.Has("web/bin/images/qemu/web-v1.qcow2"));
    }

    /// <summary>The disk of the sample, in the user's cache.</summary>
    private static string MakeBaseDisk()
    {
        using var make = Process.Start(Repository.PathOf("samples", "debian-web", "base", "make-base-disk.sh"));
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
        return Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
                ? cache
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "xoap-images", "debian-12");
    }
}
