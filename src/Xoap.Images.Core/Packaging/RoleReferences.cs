using System.Text;
using System.Text.RegularExpressions;

namespace Xoap.Images.Packaging;

/// <summary>References such as <c>$(Name)</c> in a text of MSBuild.</summary>
internal static partial class RoleReferences
{
    /// <summary>The property's name; functions may stand behind it.</summary>
    public static string NameIn(string reference) => Name().Match(reference[2..]).Value;

    public static string Replaced(string text, Func<string, string> replacement)
    {
        var result = new StringBuilder();
        var position = 0;
        while (text.IndexOf("$(", position, StringComparison.Ordinal) is var start and >= 0 && End(text, start + 2) is { } end)
        {
            result.Append(text, position, start - position).Append(replacement(text[start..(end + 1)]));
            position = end + 1;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Where the parenthesis closes that opened before a position.</summary>
    private static int? End(string text, int position)
    {
        var depth = 1;
        for (var end = position; end < text.Length; end++)
        {
            depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>As MSBuild takes it for plain text.</summary>
    public static string Escaped(string text, string keep)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            var isSpecial = "%$@()';*?".Contains(character, StringComparison.Ordinal) && !keep.Contains(character, StringComparison.Ordinal);
            escaped.Append(isSpecial ? $"%{(int)character:X2}" : character.ToString());
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_-]*")]
    private static partial Regex Name();
}
