using System.Collections;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tasks.Items;

/// <summary>MSBuild's items as plain data.</summary>
internal static class TaskItems
{
    /// <summary>
    /// The targets add one item of this name to every type: it has no metadata of its own, so what it has comes
    /// from ItemDefinitionGroup.
    /// </summary>
    public const string Probe = "::defaults::";

    private static readonly Dictionary<string, string> None = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the items of one type, without the probe.</summary>
    public static void Add(List<Item> items, string type, ITaskItem[] taskItems)
    {
        var defaults = None;
        foreach (var item in taskItems)
        {
            if (item.ItemSpec == Probe)
            {
                defaults = MetadataOf(item);
            }
        }

        var index = 0;
        foreach (var item in taskItems)
        {
            if (item.ItemSpec != Probe)
            {
                var metadata = MetadataOf(item);
                var origin = new Origin(type, item.ItemSpec, index++, File: item.GetMetadata("DefiningProjectFullPath"))
                {
                    Package = PackageOf(metadata),
                };
                items.Add(new Item(type, item.ItemSpec, metadata, defaults, origin));
            }
        }
    }

    /// <summary>What a package's props have at each item; nothing that a component could be given.</summary>
    private static PackageName? PackageOf(Dictionary<string, string> metadata)
    {
        metadata.Remove(ItemTypes.PackageVersion, out var version);
        return metadata.Remove(ItemTypes.PackageId, out var id)
            ? new PackageName(MsBuildText.Unescape(id), MsBuildText.Unescape(version ?? ""))
            : null;
    }

    private static Dictionary<string, string> MetadataOf(ITaskItem item)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in ((ITaskItem2)item).CloneCustomMetadataEscaped())
        {
            metadata[(string)entry.Key] = (string)entry.Value!;
        }

        return metadata;
    }
}
