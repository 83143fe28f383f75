namespace Xoap.Images.Schemas.Builders;

/// <summary>Exported machines of Hyper-V: from an installer, or from a machine that is there already.</summary>
internal static class HyperV
{
    private static readonly SettingAlias[] Aliases =
    [
        new("Cpus", "cpus"), new("MemoryMB", "memory"), new("DiskSizeGB", "disk_size") { Factor = Hypervisor.MBInGB },
    ];

    public static BuilderType Iso { get; } = new("HyperVIso", "hyperv-iso", Providers.OnPremises)
    {
        Aliases = [.. Aliases],
        Names = Hypervisor.LocalNames,
        Defaults = Hypervisor.Defaults,
    };

    public static BuilderType Clone { get; } = new("HyperVClone", "hyperv-vmcx", Providers.OnPremises)
    {
        Aliases = [.. Aliases],
        Names = Hypervisor.LocalNames,
        Defaults = Hypervisor.Defaults,
    };
}
