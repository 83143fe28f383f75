namespace Xoap.Images.Schemas.Builders;

/// <summary>A template in XenServer or XCP-ng, exported to a file. The plugin knows SSH only.</summary>
internal static class XenServer
{
    public static BuilderType Type { get; } = new("XenServer", "xenserver-iso", Providers.OnPremises)
    {
        Aliases =
        [
            new("Cpus", "vcpus_max"),
            new("Cpus", "vcpus_atstartup"),
            new("MemoryMB", "vm_memory"),
            new("DiskSizeGB", "disk_size") { Factor = Hypervisor.MBInGB },
        ],
        Names = Hypervisor.LocalNames,
    };
}
