using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>What an operating system's DiskImage or ISO is in the words of a builder that starts from a file.</summary>
internal static class DiskSource
{
    private const string Url = "iso_url";
    private const string Urls = "iso_urls";
    private const string Checksum = "iso_checksum";
    private const string NotPinned = "none";

    /// <summary>Whether the builder starts from a file at all.</summary>
    public static bool Takes(ComponentSchema schema) => SettingName.Find(schema.Attributes.AsSpan(), Url) is not null;

    /// <summary>The settings that the item's source stands for; a source that the builder itself names wins.</summary>
    public static ImmutableArray<Setting> Read(
        OperatingSystemItem system,
        ImmutableArray<Setting> builder,
        ComponentSchema schema,
        string builderName,
        ReadingContext context)
    {
        foreach (var setting in builder)
        {
            if (setting.Name is Url or Urls)
            {
                return [];
            }
        }

        var item = system.Settings;
        var (disk, folder, file) = (item.Find("DiskImage"), item.Find("IsoPath"), item.Find("IsoFileName"));
        if (disk is not null && (folder ?? file) is { } other)
        {
            context.Report(ProjectDiagnostics.SeveralSources(other.Origin, system.Name));
            return [];
        }

        if (disk is not null)
        {
            return
            [
                Of(schema, Url, disk.Value, disk.Origin),
                Of(schema, "disk_image", new SettingValue.Flag(true), disk.Origin),
                ReadChecksum(item, "Checksum", schema, disk.Origin, context),
            ];
        }

        if (folder is null && file is null)
        {
            if (item.Rest.IsEmpty)
            {
                context.Report(ProjectDiagnostics.NoSource(item.Origin, system.Name, builderName));
            }

            return [];
        }

        if (folder is null || file is null)
        {
            context.Report(ProjectDiagnostics.IncompleteIso((folder ?? file)!.Origin, system.Name));
            return [];
        }

        var path = $"{item.Text("IsoPath")!.TrimEnd('/')}/{item.Text("IsoFileName")}";
        return
        [
            Of(schema, Url, new SettingValue.Text(path), file.Origin),
            ReadChecksum(item, "IsoChecksum", schema, file.Origin, context),
        ];
    }

    /// <summary>What the builder starts from once all its settings are known: place and pinned checksum.</summary>
    public static (string? Source, string? Checksum) Of(ImmutableArray<Setting> settings)
    {
        string? source = null;
        string? checksum = null;
        foreach (var setting in settings)
        {
            switch (setting.Name)
            {
                case Url or Urls:
                    source ??= Text(setting.Value);
                    break;
                case Checksum when Text(setting.Value) is { } text && text != NotPinned:
                    checksum = text;
                    break;
                default:
                    break;
            }
        }

        return (source, checksum);
    }

    private static Setting ReadChecksum(
        ItemSettings item, string metadatum, ComponentSchema schema, Origin source, ReadingContext context)
    {
        var setting = item.Find(metadatum);
        var text = item.Text(metadatum) ?? NotPinned;
        if (ChecksumText.Normal(text) is not { } checksum)
        {
            context.Report(ProjectDiagnostics.BadChecksum(setting!.Origin, text));
            checksum = NotPinned;
        }

        return Of(schema, Checksum, new SettingValue.Text(checksum), setting?.Origin ?? source);
    }

    private static Setting Of(ComponentSchema schema, string attribute, SettingValue value, Origin origin) =>
        SettingSet.Of(SettingName.Find(schema.Attributes.AsSpan(), attribute)!, value, origin);

    private static string? Text(SettingValue value) => value switch
    {
        SettingValue.Text text => text.Value,
        SettingValue.List { Values: [SettingValue.Text first, ..] } => first.Value,
        _ => null,
    };
}
