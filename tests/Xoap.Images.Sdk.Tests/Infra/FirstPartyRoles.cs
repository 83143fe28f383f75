namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>The role projects of the repository, packed by the SDK under test, with its version.</summary>
internal static class FirstPartyRoles
{
    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Repository.PathOf("roles")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>Packs roles into the solution's own feed.</summary>
    public static void Pack(ImageSolution solution, params string[] names)
    {
        File.Copy(Repository.PathOf("roles", "Directory.Build.props"), Folder(solution, "Directory.Build.props"));
        solution.UseFeed();
        foreach (var name in names)
        {
            var role = Repository.PathOf("roles", name);
            foreach (var file in Directory.GetFiles(role, "*", SearchOption.AllDirectories))
            {
                var relative = Path.GetRelativePath(role, file);
                if (relative.Split('/')[0] is not ("bin" or "obj"))
                {
                    File.Copy(file, Folder(solution, Path.Combine(name, relative)));
                }
            }

            var pack = solution.Dotnet("pack", $"roles/{name}", $"-p:Version={PackedSdk.Version}", "-o", solution.PathOf("feed"));
            Assert.Empty(pack.Succeeded().Warnings);
        }
    }

    private static string Folder(ImageSolution solution, string relative)
    {
        var path = solution.PathOf(Path.Combine("roles", relative));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
