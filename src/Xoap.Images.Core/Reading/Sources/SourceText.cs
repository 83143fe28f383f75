using Xoap.Images.Schemas;

namespace Xoap.Images.Reading.Sources;

/// <summary>What a builder starts from, in words.</summary>
internal static class SourceText
{
    /// <summary><c>IsoPath (a folder or a URL) and IsoFileName, or DiskImage (a path or a URL)</c></summary>
    public static string Expected(IReadOnlyCollection<SourceForm> forms) => string.Join(
        ", or ",
        forms.GroupBy(form => form.Kind).Select(kind => Expected(kind.Key, [.. kind.SelectMany(form => form.Places)])));

    private static string Expected(SourceKind kind, HashSet<SourcePlace> places) => kind switch
    {
        SourceKind.Template => "Template",
        SourceKind.Disk => $"DiskImage ({Or(places, "a path")})",
        _ when places.Contains(SourcePlace.Name) => $"IsoFileName, and IsoPath ({Or(places, "a folder")}) where it is not known by its name",
        _ => $"IsoPath ({Or(places, "a folder")}) and IsoFileName",
    };

    private static string Or(HashSet<SourcePlace> places, string path) => string.Join(
        " or ",
        places.Where(place => place != SourcePlace.Name).Select(place => place switch
        {
            SourcePlace.Datastore => "[datastore] folder",
            SourcePlace.Storage => "storage:folder",
            SourcePlace.Url => "a URL",
            _ => path,
        }));
}
