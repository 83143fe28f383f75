using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Xoap.Images.Files;

/// <summary>Writes archives whose bytes depend only on what is in them: no times, no owners.</summary>
internal static class ArchiveFile
{
    private const UnixFileMode PlainMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The first moment that a zip can name.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it unless it is there already with the same bytes.</summary>
    /// <param name="path">Absolute; its ending, .zip or .tar.gz, decides.</param>
    /// <exception cref="IOException">A file cannot be read, or the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static void Write(string path, IEnumerable<(string Name, string CopyOf)> files)
    {
        var temporary = path + ".tmp";
        using (var stream = File.Create(temporary))
        {
            if (path.EndsWith(".zip", StringComparison.Ordinal))
            {
                WriteZip(stream, files);
            }
            else
            {
                WriteTar(stream, files);
            }
        }

        if (File.Exists(path) && Hash(path).AsSpan().SequenceEqual(Hash(temporary)))
        {
            File.Delete(temporary);
        }
        else
        {
            File.Move(temporary, path, overwrite: true);
        }
    }

    private static void WriteZip(Stream stream, IEnumerable<(string Name, string CopyOf)> files)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (name, copyOf) in files)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = Time;
            using var content = entry.Open();
            using var source = File.OpenRead(copyOf);
            source.CopyTo(content);
        }
    }

    private static void WriteTar(Stream stream, IEnumerable<(string Name, string CopyOf)> files)
    {
        using var zip = new GZipStream(stream, CompressionLevel.Optimal);
        using var tar = new TarWriter(zip, TarEntryFormat.Gnu);
        foreach (var (name, copyOf) in files)
        {
            using var source = File.OpenRead(copyOf);
            tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, name)
            {
                Mode = OperatingSystem.IsWindows() ? PlainMode : File.GetUnixFileMode(copyOf),
                ModificationTime = Time,
                DataStream = source,
            });
        }
    }

    private static byte[] Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return SHA256.HashData(stream);
    }
}
