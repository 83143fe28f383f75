using System.Text;
using Xoap.Images.History;

namespace Xoap.Images.Running;

/// <summary>Files with what a guest said. A guest may write what it likes: only so much of it is read.</summary>
internal static class GuestReportFile
{
    /// <summary>Bytes.</summary>
    private const int Most = 32 * 1024 * 1024;

    /// <summary>The lines; of a file that cannot be read none: that tests did not report is told of each.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StringReader(Text(path));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string Text(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(stream.Length, Most)];
            return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).TrimStart('\uFEFF');
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            return "";
        }
    }
}
