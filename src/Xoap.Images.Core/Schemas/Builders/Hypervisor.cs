using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Builders;

/// <summary>What the builders on hypervisors of one's own have in common.</summary>
internal static class Hypervisor
{
    public const long MBInGB = 1024;

    /// <summary>Windows is reached by WinRM over TLS; a Linux guest by SSH, which is Packer's own default.</summary>
    public static ImmutableArray<PlatformDefault> Defaults { get; } =
        [.. PlatformDefault.Remote(null, null).Where(row => row.Platform == Platform.Windows)];

    /// <summary>A machine whose files Packer leaves in a folder of the building machine.</summary>
    public static ImmutableArray<NamedAttribute> LocalNames { get; } =
    [
        new("output_directory", "{output}", LocalOutput.Instead),
        new("vm_name", NamedAttribute.NameAndVersion),
    ];
}
