namespace Xoap.Images.Files;

/// <summary>Makes a folder hold exactly the given files; what already has the right bytes keeps its time stamp.</summary>
internal static class FolderWriter
{
    /// <param name="folder">Absolute.</param>
    /// <param name="entries">Relative paths with '/', and either text or the file to copy.</param>
    /// <exception cref="IOException">A file cannot be read, or the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static void Write(string folder, IEnumerable<(string Path, string? Text, string? CopyOf)> entries)
    {
        Directory.CreateDirectory(folder);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (relative, text, copyOf) in entries)
        {
            var path = Path.GetFullPath(Path.Combine(folder, relative));
            if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"'{relative}' would be written outside '{folder}'.");
            }

            wanted.Add(path);
            if (text is not null)
            {
                AtomicFile.WriteIfDifferent(path, text);
            }
            else
            {
                CopyIfDifferent(copyOf!, path);
            }
        }

        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (!wanted.Contains(file))
            {
                File.Delete(file);
            }
        }
    }

    private static void CopyIfDifferent(string source, string path)
    {
        var content = File.ReadAllBytes(source);
        if (!File.Exists(path) || new FileInfo(path).Length != content.Length || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
        {
            AtomicFile.Write(path, content);
        }

        // Packer gives an uploaded file the mode of the copy.
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(source) is var mode && File.GetUnixFileMode(path) != mode)
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
