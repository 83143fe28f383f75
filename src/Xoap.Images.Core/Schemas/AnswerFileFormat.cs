using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas;

/// <summary>What an installer calls its answers.</summary>
/// <param name="FileName">What the installer looks for at the root of a medium.</param>
/// <param name="CdLabel">The label by which it knows the CD; null: any CD will do.</param>
internal sealed record AnswerFileFormat(string Name, string FileName, string? CdLabel)
{
    public static AnswerFileFormat Windows { get; } = new("Windows Setup", "Autounattend.xml", null);

    public static AnswerFileFormat CloudInit { get; } = new("cloud-init", "user-data", "cidata");

    public static AnswerFileFormat Preseed { get; } = new("Debian's installer", "preseed.cfg", null);

    public static AnswerFileFormat Kickstart { get; } = new("Anaconda", "ks.cfg", "OEMDRV");

    public static AnswerFileFormat AutoYast { get; } = new("AutoYaST", "autoinst.xml", "OEMDRV");

    public static ImmutableArray<AnswerFileFormat> All { get; } = [Windows, CloudInit, Preseed, Kickstart, AutoYast];

    /// <summary>Decided by the platform, the content, and at last the file's name; null when nothing gives it away.</summary>
    public static AnswerFileFormat? Of(Platform platform, string path, string text)
    {
        if (platform == Platform.Windows)
        {
            return Windows;
        }

        foreach (var line in text.Split('\n'))
        {
            var start = line.Trim();
            if (start.StartsWith("#cloud-config", StringComparison.Ordinal))
            {
                return CloudInit;
            }

            if (start.StartsWith("d-i ", StringComparison.Ordinal))
            {
                return Preseed;
            }

            if (start is "%packages" or "%post" or "%pre" or "%end" || start.StartsWith("%packages ", StringComparison.Ordinal))
            {
                return Kickstart;
            }

            if (start.StartsWith("<profile", StringComparison.Ordinal))
            {
                return AutoYast;
            }
        }

        return OfName(path);
    }

    private static AnswerFileFormat? OfName(string path)
    {
        var name = Path.GetFileName(path);
        var extension = Path.GetExtension(path);
        return Is("user-data") || Has(".yaml") || Has(".yml") ? CloudInit
            : name.Contains("preseed", StringComparison.OrdinalIgnoreCase) || Has(".seed") ? Preseed
            : Has(".ks") || name.Contains("kickstart", StringComparison.OrdinalIgnoreCase) || Is("ks.cfg") ? Kickstart
            : Is("autoinst.xml") ? AutoYast
            : null;

        bool Is(string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
        bool Has(string other) => string.Equals(extension, other, StringComparison.OrdinalIgnoreCase);
    }
}
