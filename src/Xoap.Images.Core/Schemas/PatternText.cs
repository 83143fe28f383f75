using System.Text.RegularExpressions;

namespace Xoap.Images.Schemas;

/// <summary>The regular expressions of the embedded data.</summary>
internal static class PatternText
{
    private static readonly (string Pattern, string Words)[] Known =
    [
        ("^[0-9]+x[0-9]+$", "width x height, such as 1024x768"),
        ("^(/dev/.+|socket)$", "a device of the host such as /dev/ttyS0, or socket"),
        (@"^[0-9]+\.[0-9]+\.[0-9]+$", "three numbers, such as 1.0.0"),
        (@"(?i)\.(ova|ovf)$", "the path of an .ova or .ovf file"),
    ];

    public static bool IsMatch(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);

    /// <summary>What matches, as the end of "it takes …".</summary>
    public static string InWords(string pattern)
    {
        foreach (var known in Known)
        {
            if (known.Pattern == pattern)
            {
                return known.Words;
            }
        }

        return $"text that matches the regular expression {pattern}";
    }
}
