using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Xoap.Images.Reading;

/// <summary>MSBuild's own escapes: %3B is a semicolon that separates nothing.</summary>
internal static class MsBuildText
{
    private const string Blanks = " \t\r\n";

    public static string Unescape(string escaped)
    {
        if (!escaped.Contains('%', StringComparison.Ordinal))
        {
            return escaped;
        }

        var text = new StringBuilder(escaped.Length);
        for (var position = 0; position < escaped.Length; position++)
        {
            if (TryEscape(escaped, position, out var character))
            {
                text.Append(character);
                position += 2;
            }
            else
            {
                text.Append(escaped[position]);
            }
        }

        return text.ToString();
    }

    /// <summary>The text without the blanks and line ends around it. Other white space, such as a non-breaking space, is the user's own.</summary>
    public static string Trim(string escaped) => escaped.Trim(Blanks.ToCharArray());

    /// <summary>The entries of a ';' list: trimmed while still escaped, so that %20 keeps a space; empty ones are dropped.</summary>
    public static ImmutableArray<string> SplitEscaped(string escaped)
    {
        var entries = ImmutableArray.CreateBuilder<string>();
        foreach (var range in escaped.AsSpan().Split(';'))
        {
            var entry = escaped.AsSpan(range).Trim(Blanks);
            if (!entry.IsEmpty)
            {
                entries.Add(entry.ToString());
            }
        }

        return entries.ToImmutable();
    }

    /// <summary>Plain text, such as a property's value, as a metadatum would hold it.</summary>
    public static string Escape(string text) => text.Replace("%", "%25", StringComparison.Ordinal);

    /// <summary>Whether a %xx escape stands at the position.</summary>
    public static bool TryEscape(string text, int position, out char character)
    {
        character = default;
        if (text[position] != '%' || position + 2 >= text.Length)
        {
            return false;
        }

        if (!byte.TryParse(text.AsSpan(position + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        character = (char)code;
        return true;
    }
}
