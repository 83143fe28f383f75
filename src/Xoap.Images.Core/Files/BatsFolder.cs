using Xoap.Images.Diagnostics;

namespace Xoap.Images.Files;

/// <summary>Where this machine has Bats: a folder with <c>bin/bats</c>, <c>lib/bats-core</c> and <c>libexec/bats-core</c>, however it was installed.</summary>
internal static class BatsFolder
{
    private const string Property = "BatsPath";
    private const string Program = "bats";

    /// <param name="wanted">What the project says: the folder or the program; empty: the program on the search path.</param>
    /// <returns>Absolute, with '/'; null: there is none, which is an error only when the project says where it is.</returns>
    public static string? Find(string wanted, string projectDirectory, string? searchPath, DiagnosticBag diagnostics)
    {
        if (wanted.Length == 0)
        {
            return (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => OfProgram(Path.Combine(folder, Program))).FirstOrDefault(folder => folder is not null);
        }

        var path = Path.GetFullPath(wanted, projectDirectory);
        var found = Directory.Exists(path) ? Checked(path) : OfProgram(path);
        if (found is null)
        {
            diagnostics.Add(FilesDiagnostics.NoBats(Origin.Property(Property), path));
        }

        return found;
    }

    /// <summary>A package manager links the program from somewhere else.</summary>
    private static string? OfProgram(string path)
    {
        try
        {
            return File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path) is var target
                ? Checked(Path.GetDirectoryName(Path.GetDirectoryName(target)) ?? "")
                : null;
        }
        catch (IOException)
        {
            return null; // A link that leads nowhere is no program.
        }
    }

    private static string? Checked(string folder) =>
        File.Exists(Path.Combine(folder, "bin", Program))
        && Directory.Exists(Path.Combine(folder, "lib", "bats-core"))
        && Directory.Exists(Path.Combine(folder, "libexec", "bats-core"))
            ? Path.TrimEndingDirectorySeparator(folder).Replace('\\', '/')
            : null;
}
