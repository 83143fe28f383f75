using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Xoap.Images.Files;

/// <summary>Hashes contents. A large file's hash is kept for as long as its size, its times and samples of its bytes stay the same.</summary>
/// <param name="path">Where the kept hashes live, one line each; whatever does not parse there is hashed again.</param>
internal sealed class HashCache(string path)
{
    /// <summary>Smaller files are hashed every time: faster than being clever.</summary>
    private const long LargeFile = 16 << 20;

    private const int SampleSize = 64 << 10;

    private Dictionary<string, string>? _kept;
    private bool _changed;

    /// <summary>Length in bytes and lower-case hex SHA-256.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public (long Length, string Sha256) HashOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        if (stream.Length < LargeFile)
        {
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return (content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        _kept ??= Load();
        var mark = MarkOf(file, stream);
        var entry = _kept.GetValueOrDefault(file);
        if (entry is not null && entry.StartsWith(mark + " ", StringComparison.Ordinal))
        {
            return (stream.Length, entry[(mark.Length + 1)..]);
        }

        stream.Position = 0;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        _kept[file] = $"{mark} {sha256}";
        _changed = true;
        return (stream.Length, sha256);
    }

    /// <summary>Keeps the hashes for the next build. Losing them costs time, nothing else, so a failure is not reported.</summary>
    public void Save()
    {
        if (!_changed || _kept is null)
        {
            return;
        }

        try
        {
            AtomicFile.Write(path, string.Concat(_kept.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Value} {pair.Key}\n")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>
    /// Size, both times and a hash of the first, middle and last bytes. .NET has no change time (ctime) on every platform, and a disk
    /// written in place may get its old time stamp back; the samples catch what the times miss.
    /// </summary>
    private static string MarkOf(string file, FileStream stream)
    {
        var sample = new byte[3 * SampleSize];
        for (var part = 0; part < 3; part++)
        {
            stream.Position = (stream.Length - SampleSize) / 2 * part;
            stream.ReadExactly(sample, part * SampleSize, SampleSize);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{stream.Length} {File.GetLastWriteTimeUtc(file).Ticks} {File.GetCreationTimeUtc(file).Ticks} {Convert.ToHexStringLower(SHA256.HashData(sample))}");
    }

    private Dictionary<string, string> Load()
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return kept;
        }

        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            // size, written, created, samples, sha256, and the path, which may hold spaces
            var parts = line.Split(' ', 6);
            if (parts.Length == 6 && parts[4].Length == 64)
            {
                kept[parts[5]] = string.Join(' ', parts[..5]);
            }
        }

        return kept;
    }
}
