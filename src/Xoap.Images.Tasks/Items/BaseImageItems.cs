using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Reading;

namespace Xoap.Images.Tasks.Items;

/// <summary>BaseImage items: those that project references make have the reference's place.</summary>
internal static class BaseImageItems
{
    private const string ProjectPath = "ProjectPath";
    private const string Reference = "ProjectReference";

    /// <summary>Sends whoever reads of a problem to the project reference, which is what the user wrote.</summary>
    public static void Place(List<Item> items, ITaskItem[] references)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index].Metadata.TryGetValue(ProjectPath, out var escaped)
                && Array.FindIndex(references, reference => reference.GetMetadata("FullPath") == MsBuildText.Unescape(escaped)) is >= 0 and var place)
            {
                items[index] = items[index] with { Origin = new Origin(Reference, references[place].ItemSpec, place) };
            }
        }
    }

    /// <summary>What the records say, by the item's name.</summary>
    public static Dictionary<string, ImmutableArray<BuiltImage>> Read(
        IEnumerable<Item> items, string projectDirectory, string artifactsDirectory, DiagnosticBag diagnostics)
    {
        var images = new Dictionary<string, ImmutableArray<BuiltImage>>(StringComparer.OrdinalIgnoreCase);
        var folder = artifactsDirectory.Length == 0 ? "" : Path.GetFullPath(artifactsDirectory, projectDirectory);
        foreach (var item in items)
        {
            var records = MsBuildText.SplitEscaped(Text(item, "Records")).Select(path => Path.GetFullPath(MsBuildText.Unescape(path), projectDirectory));
            (string Id, string Version)? package = Text(item, "PackageId") is { Length: > 0 } id
                ? (MsBuildText.Unescape(id), MsBuildText.Unescape(Text(item, "PackageVersion")))
                : null;
            if (BaseRecords.Read(records, folder, package, item.Origin, diagnostics) is { } found)
            {
                images.TryAdd(item.Name, found);
            }
        }

        return images;
    }

    private static string Text(Item item, string name) => item.Metadata.GetValueOrDefault(name, "");
}
