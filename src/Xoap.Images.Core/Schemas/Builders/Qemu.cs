namespace Xoap.Images.Schemas.Builders;

/// <summary>A disk image made by a virtual machine of QEMU.</summary>
internal static class Qemu
{
    public static BuilderType Type { get; } = new("Qemu", "qemu", Providers.OnPremises)
    {
        Aliases = [new("Cpus", "cpus"), new("MemoryMB", "memory"), new("DiskSizeGB", "disk_size", "{0}G")],
        Names =
        [
            new("output_directory", "{output}", LocalOutput.Instead),
            new("vm_name", NamedAttribute.NameAndVersion + "{disk}", LocalOutput.NamedDisk),
        ],
        Defaults = Hypervisor.Defaults,
    };
}
