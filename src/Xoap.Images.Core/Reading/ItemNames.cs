using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>What names may look like, and that each stands for one item.</summary>
internal static class ItemNames
{
    private const int LongestImageName = 63;

    public static bool IsUsable(string name) =>
        name.Length > 0
        && !char.IsWhiteSpace(name[0])
        && !char.IsWhiteSpace(name[^1])
        && name.AsSpan().IndexOfAny(";*?") < 0
        && !HasControl(name);

    /// <summary>Names of images and builders become file, machine and HCL names.</summary>
    public static bool IsUsableForFiles(string name)
    {
        if (name.Length is 0 or > LongestImageName || !char.IsAsciiLetterOrDigit(name[0]))
        {
            return false;
        }

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reports bad and double names of every item type that has names; tests are named by files.</summary>
    public static void Check(ProjectItems items, ReadingContext context)
    {
        foreach (var type in ItemTypes.All.Where(type => type != ItemTypes.ImageTest))
        {
            Check(items.Of(type), context, type == ItemTypes.OperatingSystem ? OperatingSystemItem.IdentityOf : null);
        }
    }

    /// <summary>Reports bad and double names of one item type.</summary>
    /// <param name="identity">What has to be unique; null: the name.</param>
    public static void Check(IReadOnlyList<Item> items, ReadingContext context, Func<Item, string>? identity = null)
    {
        var seen = new Dictionary<string, List<Item>>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            CheckName(item, context);
            var key = identity is null ? item.Name : identity(item);
            if (!seen.TryGetValue(key, out var same))
            {
                seen.Add(key, same = []);
            }

            same.Add(item);
        }

        foreach (var same in seen.Values)
        {
            if (same.Count > 1)
            {
                var todo = Todo(same, identity is null ? "Rename one" : "Tell them apart by Provider, Region or Builders");
                foreach (var item in same.Skip(1))
                {
                    context.Report(ProjectDiagnostics.DuplicateName(item.Origin, item.Type, item.Name, Files(same), todo));
                }
            }
        }
    }

    private static string Todo(List<Item> same, string otherwise) => same.TrueForAll(item => item.Origin.Package is not null)
        ? $"Take only one of the packages, or write Remove=\"{same[0].Name}\" and an item of your own"
        : $"{otherwise}, or write Update=\"{same[^1].Name}\" to change the item that is already there";

    private static void CheckName(Item item, ReadingContext context)
    {
        if (item.Type == ItemTypes.Builder.Name)
        {
            if (!IsUsableForFiles(item.Name))
            {
                context.Report(ProjectDiagnostics.UnusableImageName(item.Origin, "a Builder", item.Name));
            }
        }
        else if (!IsUsable(item.Name))
        {
            context.Report(ProjectDiagnostics.UnusableName(item.Origin, item.Type, item.Name));
        }
    }

    private static List<string> Files(List<Item> items)
    {
        var files = new List<string>();
        foreach (var item in items)
        {
            var file = item.Origin.File ?? "the project";
            file = item.Origin.Package is { } package ? $"package {package}, {file}" : file;
            if (!files.Contains(file))
            {
                files.Add(file);
            }
        }

        return files;
    }

    private static bool HasControl(string name)
    {
        foreach (var character in name)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }
}
