using System.Text;

namespace Xoap.Images.Files;

/// <summary>Writes whole files: a reader sees the old content or the new one, never a part.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes UTF-8 without a byte order mark; makes the folder if there is none.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, durable: true);

    /// <param name="durable">The content must outlive a loss of power, not only of the process; that costs milliseconds.</param>
    private static void Write(string path, ReadOnlySpan<byte> content, bool durable)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: durable);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Writes what can be made again, and only when the bytes differ, so that time stamps tell the truth. Returns true when it wrote.</summary>
    public static bool WriteIfDifferent(string path, string text)
    {
        var content = Utf8.GetBytes(text);
        if (Holds(path, content))
        {
            return false;
        }

        Write(path, content, durable: false);
        return true;
    }

    /// <summary>Whether the file is there and has exactly these bytes.</summary>
    public static bool Holds(string path, ReadOnlySpan<byte> content) =>
        File.Exists(path) && new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
}
