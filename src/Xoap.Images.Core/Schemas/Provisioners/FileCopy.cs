using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Copies files into the guest, or out of it.</summary>
internal static class FileCopy
{
    public const string DownloadDirection = "download";

    private const string Name = "File";
    private const string Component = "file";
    private const string Archive = "Archive";

    private static readonly SettingSchema Direction = new("Direction", SettingType.Text)
    {
        Allowed = ["upload", DownloadDirection],
        AllowedStrict = true,
        AllowedIgnoreCase = true,
        Plain = true,
        Default = "upload",
    };

    private static readonly ImmutableArray<ManagedAttribute> Managed =
    [
        new("content", "write the content into a file and name it in Source"),
        new("generated", "leave it out: the file is looked for when the build starts"),
        new("sources", "write Source, which takes a file, a folder or a pattern"),
    ];

    /// <summary>Source lies on the building machine.</summary>
    public static ProvisionerType Upload { get; } = new(
        Name,
        Component,
        Platform: null,
        [
            new("Source", SettingType.Text) { Format = SettingFormat.Files, Enforced = true, Plain = true },
            new("Destination", SettingType.Text) { Enforced = true, Plain = true },
            Direction,
            new(Archive, SettingType.Flag) { Impact = Impact.Effort, Plain = true, Default = "false" },
        ],
        Managed);

    /// <summary>Destination lies on the building machine.</summary>
    public static ProvisionerType Download { get; } = new(
        Name,
        Component,
        Platform: null,
        [
            new("Source", SettingType.Text) { Enforced = true, Plain = true },
            new("Destination", SettingType.Text) { Format = SettingFormat.Path, Impact = Impact.Effort, Enforced = true, Plain = true },
            Direction,
        ],
        [.. Managed, new(Archive, "only an upload can travel as an archive")]);
}
