namespace Xoap.Images.Schemas.Builders;

/// <summary>Exported machines of VirtualBox: from an installer, or from an OVF or OVA file.</summary>
internal static class VirtualBox
{
    public static BuilderType Iso { get; } = new("VirtualBoxIso", "virtualbox-iso", Providers.OnPremises)
    {
        Aliases =
        [
            new("Cpus", "cpus"), new("MemoryMB", "memory"), new("DiskSizeGB", "disk_size") { Factor = Hypervisor.MBInGB },
        ],
        Names = Hypervisor.LocalNames,
        Defaults = Hypervisor.Defaults,
    };

    public static BuilderType Ovf { get; } = new("VirtualBoxOvf", "virtualbox-ovf", Providers.OnPremises)
    {
        Aliases =
        [
            new("Cpus", "vboxmanage") { Command = ["modifyvm", "{{.Name}}", "--cpus"] },
            new("MemoryMB", "vboxmanage") { Command = ["modifyvm", "{{.Name}}", "--memory"] },
        ],
        Names = Hypervisor.LocalNames,
        Defaults = Hypervisor.Defaults,
    };
}
