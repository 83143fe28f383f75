using System.Text;

namespace Xoap.Images.Files;

/// <summary>Makes a folder hold exactly the given files; what already has the right bytes keeps its time stamp.</summary>
internal static class FolderWriter
{
    /// <summary>Without any archive.</summary>
    public static void Write(string folder, IEnumerable<(string Path, string? Text, string? CopyOf)> entries) =>
        Write(folder, entries, []);

    /// <param name="folder">Absolute.</param>
    /// <param name="entries">Relative paths with '/', and either text or the file to copy.</param>
    /// <param name="archives">Relative paths that end with .zip or .tar.gz, and what they hold.</param>
    /// <exception cref="IOException">A file cannot be read, or the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static void Write(
        string folder,
        IEnumerable<(string Path, string? Text, string? CopyOf)> entries,
        IEnumerable<(string Path, IEnumerable<(string Name, string CopyOf)> Files)> archives)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            present.UnionWith(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        }

        var folders = new HashSet<string>(StringComparer.Ordinal);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (relative, text, copyOf) in entries)
        {
            var path = Wanted(relative);
            var content = text is not null ? Encoding.UTF8.GetBytes(text) : File.ReadAllBytes(copyOf!);
            Write(path, content, present.Contains(path));
            if (copyOf is not null)
            {
                KeepMode(copyOf, path);
            }
        }

        foreach (var (relative, files) in archives)
        {
            ArchiveFile.Write(Wanted(relative), files);
        }

        foreach (var file in present)
        {
            if (!wanted.Contains(file))
            {
                File.Delete(file);
            }
        }

        string Wanted(string relative)
        {
            var path = Path.GetFullPath(Path.Combine(folder, relative));
            if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"'{relative}' would be written outside '{folder}'.");
            }

            wanted.Add(path);
            if (folders.Add(Path.GetDirectoryName(path)!))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }

            return path;
        }
    }

    /// <summary>Not atomic, for speed: a folder that a crash left half written is made whole by the next build.</summary>
    private static void Write(string path, byte[] content, bool present)
    {
        if (present)
        {
            if (AtomicFile.Holds(path, content))
            {
                return;
            }

            // The copy of a read-only file is read-only.
            File.Delete(path);
        }

        File.WriteAllBytes(path, content);
    }

    /// <summary>Packer gives an uploaded file the mode of the copy.</summary>
    private static void KeepMode(string source, string copy)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(source) is var mode && File.GetUnixFileMode(copy) != mode)
        {
            File.SetUnixFileMode(copy, mode);
        }
    }
}
