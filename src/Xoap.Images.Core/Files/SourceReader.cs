using System.Collections.Immutable;
using System.IO.Compression;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Files;

/// <summary>Looks at the files that a plan depends on: which there are, and a hash of each one's content.</summary>
internal static class SourceReader
{
    /// <summary>Deeper folders are taken for a link that leads back to one of its parents.</summary>
    private const int DeepestFolder = 64;

    public static SourceContents Read(IEnumerable<SourceRequest> requests, HashCache hashes, DiagnosticBag diagnostics)
    {
        var contents = new SourceContents();
        foreach (var request in requests)
        {
            if (request.Use == FileUse.Folder)
            {
                if (!Directory.Exists(request.Path))
                {
                    diagnostics.Add(FilesDiagnostics.FolderNotFound(request.Origin, request.Path, Suggest(request.Path)));
                }

                continue;
            }

            // Another setting may have asked for the same path and expected something else there.
            var known = contents.Find(request.Path);
            if (known is null || request.Use == FileUse.Package || (request.Use == FileUse.File && known.IsFolder))
            {
                try
                {
                    if (Find(request, hashes, diagnostics) is { } found)
                    {
                        contents.Add(found);
                    }
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    diagnostics.Add(FilesDiagnostics.CannotBeRead(request.Origin, request.Path, exception.Message));
                }
            }
        }

        return contents;
    }

    private static SourceFiles? Find(SourceRequest request, HashCache hashes, DiagnosticBag diagnostics)
    {
        var path = request.Path;
        if (File.Exists(path))
        {
            var file = new SourceFiles(path, IsFolder: false, [Hashed(path, Path.GetFileName(path), hashes)]);
            return request.Use == FileUse.Package ? WithEntries(file, request, diagnostics) : file;
        }

        if (Directory.Exists(path))
        {
            if (request.Use == FileUse.File)
            {
                diagnostics.Add(FilesDiagnostics.FolderExpected(request.Origin, path));
                return null;
            }

            return new SourceFiles(path, IsFolder: true, Below(path, "", hashes));
        }

        if (request.Use == FileUse.Files && Glob.IsGlob(path))
        {
            var root = Glob.RootOf(path);
            ImmutableArray<SourceFile> files = Directory.Exists(root)
                ? [.. Below(root, path, hashes)]
                : [];
            if (files.IsEmpty)
            {
                diagnostics.Add(FilesDiagnostics.NothingMatches(request.Origin, path));
                return null;
            }

            return new SourceFiles(path, IsFolder: false, files);
        }

        diagnostics.Add(FilesDiagnostics.FileNotFound(request.Origin, path, Suggest(path)));
        return null;
    }

    private static SourceFiles? WithEntries(SourceFiles archive, SourceRequest request, DiagnosticBag diagnostics)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archive.Path);
            return archive with { Entries = [.. zip.Entries.Select(entry => entry.FullName.Replace('\\', '/'))] };
        }
        catch (InvalidDataException)
        {
            diagnostics.Add(FilesDiagnostics.NoZipArchive(request.Origin, archive.Path));
            return null;
        }
    }

    /// <summary>The files below a folder, or those of them that a glob matches; sorted, so that the order on the disk does not count.</summary>
    private static ImmutableArray<SourceFile> Below(string root, string glob, HashCache hashes)
    {
        var relativePaths = new List<string>();
        Collect(root, "", 0, relativePaths);
        relativePaths.Sort(StringComparer.Ordinal);
        var pattern = glob.Length == 0 ? "**" : glob[(root.Length + 1)..];
        var files = ImmutableArray.CreateBuilder<SourceFile>(relativePaths.Count);
        foreach (var relativePath in relativePaths)
        {
            if (Glob.Matches(pattern, relativePath))
            {
                files.Add(Hashed(Path.Combine(root, relativePath), relativePath, hashes));
            }
        }

        return files.ToImmutable();
    }

    private static void Collect(string folder, string relative, int depth, List<string> relativePaths)
    {
        if (depth > DeepestFolder)
        {
            throw new IOException($"its folders are nested deeper than {DeepestFolder}: a link leads back to one of its parents.");
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            relativePaths.Add(relative + Path.GetFileName(file));
        }

        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            Collect(inner, $"{relative}{Path.GetFileName(inner)}/", depth + 1, relativePaths);
        }
    }

    private static SourceFile Hashed(string path, string relativePath, HashCache hashes)
    {
        var (length, sha256) = hashes.HashOf(path);
        return new SourceFile(path, relativePath, length, sha256);
    }

    private static string Suggest(string path)
    {
        var folder = Path.GetDirectoryName(path);
        return Directory.Exists(folder)
            ? Suggestion.For(Path.GetFileName(path), Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)))
            : "";
    }
}
