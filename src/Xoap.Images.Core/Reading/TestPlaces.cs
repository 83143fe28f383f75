using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>Where tests lie in the guest: as in the project, or, for those from elsewhere, as they lie there beside each other.</summary>
internal static class TestPlaces
{
    public static ImmutableArray<ImageTest> Add(ImmutableArray<ImageTest> tests, string projectDirectory)
    {
        var root = projectDirectory.Replace('\\', '/').TrimEnd('/');
        var places = tests.GroupBy(test => GuestFolderOf(test, root)).ToDictionary(
            tests => tests.Key,
            tests => new TestPlace(tests.Key.Length == 0 ? root : Common([.. tests.SelectMany(FoldersOf)]), tests.Key));
        return [.. tests.Select(test => test with
        {
            Place = places[GuestFolderOf(test, root)],
            Files = test.Files.IsEmpty && FolderOf(test.Path) is var folder && folder != root ? [folder] : test.Files,
        })];
    }

    private static string GuestFolderOf(ImageTest test, string root) =>
        FoldersOf(test).All(folder => folder == root || folder.StartsWith(root + "/", StringComparison.Ordinal)) ? ""
        : test.Origin.Package is { } package ? $"packages/{package.Id}/"
        : "elsewhere/";

    private static IEnumerable<string> FoldersOf(ImageTest test) => test.Files.Append(test.Path).Select(FolderOf);

    private static string Common(ImmutableArray<string> folders)
    {
        var common = folders[0];
        foreach (var folder in folders)
        {
            while (folder != common && !folder.StartsWith(common + "/", StringComparison.Ordinal))
            {
                common = FolderOf(common);
            }
        }

        return common;
    }

    /// <summary>The folder of a file; of a pattern, the one above its first wildcard.</summary>
    private static string FolderOf(string path)
    {
        var wildcard = path.AsSpan().IndexOfAny('*', '?');
        var end = (wildcard < 0 ? path : path[..wildcard]).LastIndexOf('/');
        return end < 0 ? "" : path[..end];
    }
}
