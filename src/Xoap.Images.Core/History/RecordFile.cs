using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;

namespace Xoap.Images.History;

/// <summary>Reads and writes one record. A file that is garbage, half or locked counts as absent, and is named in a warning.</summary>
internal static class RecordFile
{
    private const long TooLong = 64 * 1024 * 1024;

    public static T? Read<T>(string path, JsonTypeInfo<T> type, DiagnosticBag bag)
        where T : class =>
        Read(path, content => JsonSerializer.Deserialize(content, type) ?? throw new JsonException("It holds nothing."), bag);

    /// <param name="parse">May throw what a parser throws.</param>
    public static T? Read<T>(string path, Func<byte[], T> parse, DiagnosticBag bag)
        where T : class
    {
        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            if (stream.Length > TooLong)
            {
                bag.Add(HistoryDiagnostics.UnreadableRecord(Origin.Place(path, 1, 1), path, "it is far too long"));
                return null;
            }

            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return parse(content);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or InvalidOperationException or FormatException
            || DiskFault.Is(problem))
        {
            bag.Add(HistoryDiagnostics.UnreadableRecord(Origin.Place(path, 1, 1), path, problem.Message));
            return null;
        }
    }

    /// <summary>The record, when nothing of it is missing; null after a warning otherwise.</summary>
    public static T? Whole<T>(string path, T? record, Func<T, bool> isWhole, DiagnosticBag bag)
        where T : class
    {
        if (record is null || isWhole(record))
        {
            return record;
        }

        bag.Add(HistoryDiagnostics.UnreadableRecord(Origin.Place(path, 1, 1), path, "it is not complete, or of another schema"));
        return null;
    }

    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public static void Write<T>(string path, T record, JsonTypeInfo<T> type) =>
        AtomicFile.Write(path, JsonSerializer.Serialize(record, type) + "\n");
}
