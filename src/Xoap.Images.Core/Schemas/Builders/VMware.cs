using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Builders;

/// <summary>Machines of VMware Workstation, Fusion and Player: from an installer, or from a machine that is there already.</summary>
internal static class VMware
{
    public static BuilderType Iso { get; } = new("VMwareIso", "vmware-iso", Providers.OnPremises)
    {
        Aliases =
        [
            new("Cpus", "cpus"), new("MemoryMB", "memory"), new("DiskSizeGB", "disk_size") { Factor = Hypervisor.MBInGB },
        ],
        Names = Hypervisor.LocalNames,
        Defaults = [.. Hypervisor.Defaults, Card(Platform.Windows), Card(Platform.Linux)],
    };

    public static BuilderType Vmx { get; } = new("VMwareVmx", "vmware-vmx", Providers.OnPremises)
    {
        Aliases = [new("Cpus", "vmx_data") { Key = "numvcpus" }, new("MemoryMB", "vmx_data") { Key = "memsize" }],
        Names = Hypervisor.LocalNames,
        Defaults = Hypervisor.Defaults,
    };

    /// <summary>The plugin wants one to be named; guests have the driver of this one without VMware Tools.</summary>
    private static PlatformDefault Card(Platform platform) => new(platform, "network_adapter_type", "e1000e");
}
