using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Builders;

/// <summary>An image in the image service of Prism Central, made from the disk of a machine on AHV.</summary>
internal static class Nutanix
{
    private const string OsType = "os_type";
    private const string DeleteMachine = "vm_force_delete";

    /// <summary>The first disk: an empty one, or one made from an image.</summary>
    private static readonly AliasBlock Disk = new("vm_disks", "image_type", ["DISK", "DISK_IMAGE"]);

    public static BuilderType Type { get; } = new("Nutanix", "nutanix", Providers.OnPremises)
    {
        Aliases =
        [
            new("Cpus", "cpu"),
            new("MemoryMB", "memory_mb"),
            new("DiskSizeGB", "disk_size_gb") { Block = Disk },
            new("Network", "subnet_name") { Block = new AliasBlock("vm_nics") },
        ],
        Names = [new("image_name", NamedAttribute.NameAndVersion), new("vm_name", NamedAttribute.NameAndVersion)],
        Sets = [new(OsType, "write Platform on the OperatingSystem")],

        // Without it the machine of a build that failed is left behind.
        Defaults =
        [
            .. Hypervisor.Defaults, new(Platform.Windows, OsType, "Windows"), new(Platform.Windows, DeleteMachine, "true"),
            new(Platform.Linux, OsType, "Linux"), new(Platform.Linux, DeleteMachine, "true"),
        ],
    };
}
