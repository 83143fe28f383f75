using FsCheck;
using FsCheck.Fluent;

namespace Xoap.Images.Tests.AnyText;

/// <summary>Random text, without the control characters that XML cannot hold, but with more than its share of what some language on the way takes for its own.</summary>
internal static class NastyText
{
    private static readonly string[] Pieces =
    [
        "\"", "\\", "'", "`", "${", "$${", "%{", "%%{", "}", "{{", "}}", "{{ .Vars }}", "{{user `x`}}", "${path.root}", "%{ if true }", "<<EOT", "#", "//", "/*",
        "\n", "\r\n", "\r", "\t", " ", "  ", "\u00A0", ";", ",", "=", "key=value", ":", "!", "&", "<", ">", "&amp;", "]]>", "<!--", "|", "$", "%", "@", "*", "?",
        "(", ")", "[", "]", "~", "^", "$(x)", "@(x)", "%(x)", "$(", "%3B", "%20", "%24(x)", "%%", "%zz", "C:\\Temp\\new", "/usr/bin", "..\\a\\b", "a\\nb",
        "ä", "ß", "é", "e\u0301", "日本", "\U0001F600", "\u2028", "\uFEFF", "\u200D", "\u202E", "\u007F", "\u0085", "null", "true", "0", "-1", "1e5", "var.x", "-",
    ];

    private static readonly Gen<string> Letters = Gen.Choose('!', '~').Select(letter => ((char)letter).ToString());

    /// <summary>Any text that fits into a setting at all; never empty, which would be no setting.</summary>
    public static Gen<string> Any { get; } = Of((2, Gen.Elements(Pieces)), (1, Letters));

    /// <summary>Text as people write it, without a thought of escapes.</summary>
    public static Gen<string> AsWritten { get; } = Of((3, Gen.Elements(Pieces)), (5, Letters));

    private static Gen<string> Of(params (int Weight, Gen<string> Piece)[] pieces) => Gen.Choose(1, 12)
        .SelectMany(count => Gen.ArrayOf(Gen.Frequency(pieces), count), (_, chosen) => string.Concat(chosen))
        .Where(text => text.Trim().Length > 0 && !IsReference(text.Trim()));

    /// <summary>A reference is no text.</summary>
    private static bool IsReference(string text) =>
        text.StartsWith("env:", StringComparison.Ordinal) || text.StartsWith("packer:", StringComparison.Ordinal) || text.StartsWith("file:", StringComparison.Ordinal);
}
