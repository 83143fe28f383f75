namespace Xoap.Images.Schemas.Builders;

/// <summary>Machines and templates in vSphere: from an installer, or cloned from a template.</summary>
internal static class VSphere
{
    private static readonly SettingAlias[] Aliases = [new("Cpus", "CPUs"), new("MemoryMB", "RAM")];

    private static readonly NamedAttribute[] Names =
    [
        new("vm_name", NamedAttribute.NameAndVersion),
        new("output_directory", "{output}", LocalOutput.Instead) { Block = "export" },
    ];

    public static BuilderType Iso { get; } = new("VSphereIso", "vsphere-iso", Providers.OnPremises)
    {
        Aliases =
        [
            .. Aliases,
            new("DiskSizeGB", "disk_size") { Factor = Hypervisor.MBInGB, Block = new AliasBlock("storage") },
            new("Network", "network") { Block = new AliasBlock("network_adapters") },
        ],
        Names = [.. Names],
        Defaults = Hypervisor.Defaults,
    };

    public static BuilderType Clone { get; } = new("VSphereClone", "vsphere-clone", Providers.OnPremises)
    {
        Aliases = [.. Aliases, new("DiskSizeGB", "disk_size") { Factor = Hypervisor.MBInGB }],
        Names = [.. Names],
        Defaults = Hypervisor.Defaults,
    };
}
