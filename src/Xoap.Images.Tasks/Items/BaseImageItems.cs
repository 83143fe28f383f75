using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Reading;

namespace Xoap.Images.Tasks.Items;

/// <summary>BaseImage items: those that references to projects and packages make have the reference's place.</summary>
internal static class BaseImageItems
{
    private const string ProjectPath = "ProjectPath";

    /// <summary>Sends whoever reads of a problem to the reference, which is what the user wrote.</summary>
    public static void Place(List<Item> items, ITaskItem[] projects, ITaskItem[] packages)
    {
        for (var index = 0; index < items.Count; index++)
        {
            var project = MsBuildText.Unescape(Text(items[index], ProjectPath));
            var package = items[index].Origin.Package;
            if (Array.FindIndex(projects, reference => reference.GetMetadata("FullPath") == project) is >= 0 and var place)
            {
                items[index] = items[index] with { Origin = new Origin("ProjectReference", projects[place].ItemSpec, place) };
            }
            else if (Array.FindIndex(packages, reference => string.Equals(reference.ItemSpec, package?.Id, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found)
            {
                items[index] = items[index] with { Origin = new Origin("PackageReference", packages[found].ItemSpec, found) { Package = package } };
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
            if (BaseRecords.Read(records, folder, item.Origin.Package, item.Origin, diagnostics) is { } found)
            {
                images.TryAdd(item.Name, found);
            }
        }

        return images;
    }

    private static string Text(Item item, string name) => item.Metadata.GetValueOrDefault(name, "");
}
