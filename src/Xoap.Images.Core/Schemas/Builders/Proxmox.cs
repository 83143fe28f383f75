using System.Collections.Immutable;

namespace Xoap.Images.Schemas.Builders;

/// <summary>Templates in Proxmox VE: from an installer, or cloned from a template.</summary>
internal static class Proxmox
{
    private static readonly AliasBlock Disks = new("disks");

    private static readonly SettingAlias[] Aliases =
    [
        new("Cpus", "cores"),
        new("MemoryMB", "memory"),
        new("Network", "bridge") { Block = new AliasBlock("network_adapters") },
    ];

    /// <summary>Names of machines are names of hosts here.</summary>
    private static readonly ImmutableArray<NamedAttribute> Names =
    [
        new("template_name", NamedAttribute.NameAndVersion) { Characters = NameCharacters.Dashes },
        new("vm_name", NamedAttribute.NameAndVersion) { Characters = NameCharacters.Dashes },
    ];

    public static BuilderType Iso { get; } = new("ProxmoxIso", "proxmox-iso", Providers.OnPremises)
    {
        Aliases =
        [
            .. Aliases,
            new("DiskSizeGB", "disk_size", "{0}G") { Block = Disks },
            new("StoragePool", "storage_pool") { Block = Disks },
        ],
        Names = Names,
        Defaults = Hypervisor.Defaults,
    };

    /// <summary>The disks are the template's: the plugin cannot resize them.</summary>
    public static BuilderType Clone { get; } = new("ProxmoxClone", "proxmox-clone", Providers.OnPremises)
    {
        Aliases = [.. Aliases],
        Names = Names,
        Defaults = Hypervisor.Defaults,
    };
}
