using Xoap.Images.Schemas;

namespace Xoap.Images.Reading.Sources;

/// <summary>Sources that no builder can read for which the item says it is. An item that does not say so may be for projects with others.</summary>
internal static class ForeignSources
{
    private static readonly (string Provider, string[] Metadata)[] Sources =
    [
        (Providers.Aws, ["AmiName", "AmiOwners"]),
        (Providers.Azure, ["GalleryName", "GalleryImageName"]),
        (Providers.OnPremises, ["DiskImage", "IsoPath", "IsoFileName", "Template"]),
    ];

    public static void Check(OperatingSystemItem system, ProjectItems items, ReadingContext context)
    {
        if (Readers(system, items) is not { Count: > 0 } readers)
        {
            return;
        }

        foreach (var (provider, metadata) in Sources.Where(source => !readers.Contains(source.Provider)))
        {
            if (metadata.Select(system.Settings.Find).FirstOrDefault(setting => setting is not null) is { } found)
            {
                context.Report(CloudDiagnostics.ForeignSource(found.Origin, system.Name, found.Name, provider, string.Join(" and ", readers)));
            }
        }
    }

    /// <summary>Providers of the builders that the item is for; null when it is not limited, or not to known ones.</summary>
    private static HashSet<string>? Readers(OperatingSystemItem system, ProjectItems items)
    {
        if (system.Provider is { } provider)
        {
            return [provider];
        }

        var named = system.Builders.Select(name => items.Of(ItemTypes.Builder)
            .FirstOrDefault(builder => string.Equals(builder.Name, name, StringComparison.OrdinalIgnoreCase)) is { } item ? BuilderTypeOf.Item(item) : null).ToList();
        return named.Exists(type => type is null || type.Provider == Providers.Any) ? null : [.. named.Select(type => type!.Provider)];
    }
}
