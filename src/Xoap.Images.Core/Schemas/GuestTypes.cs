using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>
/// What hypervisors call the operating systems that they know by name, for 64-bit x86. Only values that are seen in their own lists
/// (govmomi's enumeration, VBoxManage list ostypes, the templates of chef/bento) stand here; for others the user writes one.
/// </summary>
internal static class GuestTypes
{
    private const string Linux = "l26";

    private static readonly ImmutableArray<GuestType> All =
    [
        new("windows-10", "windows9_64Guest", "windows9-64", "Windows10_64", "win10"),
        new("windows-11", "windows11_64Guest", "windows11-64", "Windows11_64", "win11"),
        new("windows-server-2016", "windows9Server64Guest", "windows9srv-64", "Windows2016_64", "win10"),
        new("windows-server-2019", "windows2019srv_64Guest", "windows2019srv-64", "Windows2019_64", "win10"),
        new("windows-server-2022", "windows2019srvNext_64Guest", "windows2019srvNext-64", "Windows2022_64", "win11"),
        new("windows-server-2025", "windows2022srvNext_64Guest", "windows2022srvNext-64", "Windows2025_64", "win11"),
        new("ubuntu", "ubuntu64Guest", "ubuntu-64", "Ubuntu_64", Linux),
        new("debian-11", "debian11_64Guest", "debian-64", "Debian_64", Linux),
        new("debian-12", "debian12_64Guest", "debian-64", "Debian_64", Linux),
        new("debian-13", "debian13_64Guest", "debian-64", "Debian_64", Linux),
        new("rhel-8", "rhel8_64Guest", null, "RedHat_64", Linux),
        new("rhel-9", "rhel9_64Guest", null, "RedHat_64", Linux),
        new("rhel-10", "rhel10_64Guest", null, "RedHat_64", Linux),
        new("rocky", "rockylinux_64Guest", "rockylinux-64", "RedHat_64", Linux),
        new("almalinux", "almalinux_64Guest", null, "RedHat_64", Linux),
        new("oracle-8", "oracleLinux8_64Guest", null, "Oracle_64", Linux),
        new("oracle-9", "oracleLinux9_64Guest", null, "Oracle_64", Linux),
        new("oracle-10", "oracleLinux10_64Guest", null, "Oracle_64", Linux),
        new("sles-12", "sles12_64Guest", null, "SUSE_LE_64", Linux),
        new("sles-15", "sles15_64Guest", "sles15-64", "SUSE_LE_64", Linux),
        new("sles-16", "sles16_64Guest", null, "SUSE_LE_64", Linux),
        new("opensuse", "opensuse64Guest", "opensuse-64", "OpenSUSE_Leap_64", Linux),
    ];

    /// <summary>The attribute by which a builder is told what runs in its machine, and its value for the system; null: unknown.</summary>
    /// <param name="system">Of <see cref="GuestSystem"/>.</param>
    public static (string Attribute, string Value)? For(string component, string? system)
    {
        if (system is null || Find(system) is not { } type)
        {
            return null;
        }

        var (attribute, value) = component switch
        {
            "vsphere-iso" => ("guest_os_type", type.VSphere),
            "vmware-iso" => ("guest_os_type", type.VMware),
            "virtualbox-iso" => ("guest_os_type", type.VirtualBox),
            "proxmox-iso" or "proxmox-clone" => ("os", type.Proxmox),
            "hyperv-iso" => ("generation", "2"),
            _ => ("", null),
        };
        return value is null ? null : (attribute, value);
    }

    /// <summary>The row of the system, or of its family where the version does not matter.</summary>
    private static GuestType? Find(string system) =>
        All.FirstOrDefault(type => type.System == system)
        ?? All.FirstOrDefault(type => system.StartsWith(type.System + "-", StringComparison.Ordinal));
}

/// <summary>One operating system; null where no name for it is known.</summary>
internal sealed record GuestType(string System, string VSphere, string? VMware, string VirtualBox, string Proxmox);
