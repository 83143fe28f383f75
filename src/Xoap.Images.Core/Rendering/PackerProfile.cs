namespace Xoap.Images.Rendering;

/// <summary>What the installed Packer understands.</summary>
internal sealed record PackerProfile(Version Version)
{
    private static readonly (PackerCapability Capability, Version Since, Version? Until)[] Rows =
    [
        (PackerCapability.BundledComponents, new Version(1, 6), new Version(1, 10)),
        (PackerCapability.RequiredPlugins, new Version(1, 7), null),
        (PackerCapability.CdFiles, new Version(1, 6, 4), null),
        (PackerCapability.FormatSeveralFiles, new Version(1, 13), null),
        (PackerCapability.ContinueOnError, new Version(1, 16), null),
    ];

    /// <summary>Templates in HCL start here.</summary>
    public static Version Oldest { get; } = new(1, 6);

    /// <summary>The newest version that the component data describes; used where no Packer is installed.</summary>
    public static PackerProfile Newest { get; } = new(new Version(1, 16, 0));

    public static PackerProfile For(Version version) => new(version);

    public bool Can(PackerCapability capability)
    {
        foreach (var row in Rows)
        {
            if (row.Capability == capability)
            {
                return Version >= row.Since && (row.Until is null || Version < row.Until);
            }
        }

        return false;
    }
}
