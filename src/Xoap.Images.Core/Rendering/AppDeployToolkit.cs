using Xoap.Images.Planning;

namespace Xoap.Images.Rendering;

/// <summary>The PSAppDeployToolkit in an application's package.</summary>
internal static class AppDeployToolkit
{
    /// <summary>What starts it, the best first: version 4, version 3; a script shows its output, a program does not.</summary>
    private static readonly string[] Programs =
        ["Invoke-AppDeployToolkit.ps1", "Invoke-AppDeployToolkit.exe", "Deploy-Application.ps1", "Deploy-Application.exe"];

    /// <summary>What the package starts with, as paths with '/': at its top, or else in its folders, since a zip often holds one folder.</summary>
    public static string[] Find(SourceFiles package)
    {
        var names = package.Entries.IsDefault ? package.Files.Select(file => file.RelativePath) : package.Entries;
        var found = names
            .Select(name => (Name: name, Folder: FolderOf(name), Rank: Rank(name)))
            .Where(candidate => candidate.Rank >= 0 && !candidate.Folder.Contains('/', StringComparison.Ordinal))
            .GroupBy(candidate => candidate.Folder, StringComparer.OrdinalIgnoreCase)
            .OrderBy(folder => folder.Key, StringComparer.OrdinalIgnoreCase)
            .Select(folder => folder.MinBy(candidate => candidate.Rank))
            .ToArray();
        var top = Array.FindIndex(found, candidate => candidate.Folder.Length == 0);
        return top >= 0 ? [found[top].Name] : [.. found.Select(candidate => candidate.Name)];
    }

    private static int Rank(string name) => Array.FindIndex(
        Programs, program => string.Equals(program, name[(name.LastIndexOf('/') + 1)..], StringComparison.OrdinalIgnoreCase));

    private static string FolderOf(string name) => name.LastIndexOf('/') is >= 0 and var slash ? name[..slash] : "";
}
