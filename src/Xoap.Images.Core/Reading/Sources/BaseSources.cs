using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading.Sources;

/// <summary>Reads the sources of an OperatingSystem item. It may name one of each kind, each for the builders that take it.</summary>
internal static class BaseSources
{
    private const string NotPinned = "none";

    public static ImmutableArray<BaseSource> Of(OperatingSystemItem system, ReadingContext context)
    {
        var sources = ImmutableArray.CreateBuilder<BaseSource>();
        var item = system.Settings;
        if (item.Find("DiskImage") is { } disk)
        {
            var text = item.Text("DiskImage")!;
            sources.Add(Source(SourceKind.Disk, PlaceOf(text), text, LastPart(text), "Checksum", "DiskImage", disk.Origin));
        }

        if (item.Text("IsoFileName") is { } file)
        {
            var (place, text) = IsoOf(item.Text("IsoPath"), file, context.ProjectDirectory);
            sources.Add(Source(SourceKind.Iso, place, text, file, "IsoChecksum", place == SourcePlace.Name ? "IsoFileName" : "IsoPath",
                item.Find("IsoFileName")!.Origin));
        }
        else if (item.Find("IsoPath") is { } folder)
        {
            context.Report(ProjectDiagnostics.IncompleteIso(folder.Origin, system.Name));
        }

        if (item.Find("Template") is { } template)
        {
            var name = item.Text("Template")!;
            sources.Add(Source(SourceKind.Template, SourcePlace.Name, name, name, null, "Template", template.Origin));
        }

        return sources.ToImmutable();

        BaseSource Source(
            SourceKind kind, SourcePlace place, string text, string name, string? checksum, string metadatum, Origin origin) => new(
            kind, place, text, name, ChecksumOf(item, checksum, context), item.Find(checksum ?? "")?.Origin ?? origin, metadatum, origin);
    }

    /// <summary>A folder of the building machine, a URL, <c>[datastore] folder</c> or <c>storage:folder</c>, and a file in it.</summary>
    private static (SourcePlace Place, string Text) IsoOf(string? folder, string file, string projectDirectory)
    {
        if (folder is null)
        {
            return (SourcePlace.Name, file);
        }

        var place = PlaceOf(folder);
        if (place == SourcePlace.Path)
        {
            folder = ProjectPath.Absolute(projectDirectory, folder);
        }

        var trimmed = folder.TrimEnd('/');
        return (place, trimmed + Separator(place, trimmed) + file);
    }

    private static string Separator(SourcePlace place, string folder) => place switch
    {
        SourcePlace.Datastore when folder.EndsWith(']') => " ",
        SourcePlace.Storage when folder.EndsWith(':') => "",
        _ => "/",
    };

    private static SourcePlace PlaceOf(string folder)
    {
        if (folder.Contains("://", StringComparison.Ordinal))
        {
            return SourcePlace.Url;
        }

        if (folder.StartsWith('[') && folder.Contains(']', StringComparison.Ordinal))
        {
            return SourcePlace.Datastore;
        }

        // One letter before the colon is a drive of Windows.
        var colon = folder.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && folder.AsSpan(0, colon).IndexOfAny('/', '\\') < 0 ? SourcePlace.Storage : SourcePlace.Path;
    }

    private static string LastPart(string text) => text[(text.LastIndexOf('/') + 1)..];

    private static string? ChecksumOf(ItemSettings item, string? metadatum, ReadingContext context)
    {
        if (metadatum is null || item.Text(metadatum) is not { } text)
        {
            return null;
        }

        if (ChecksumText.Normal(text) is not { } checksum)
        {
            context.Report(ProjectDiagnostics.BadChecksum(item.Find(metadatum)!.Origin, text));
            return null;
        }

        return checksum == NotPinned ? null : checksum;
    }
}
