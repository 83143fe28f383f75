using System.Globalization;
using System.Text;

namespace Xoap.Images.Rendering.Hcl;

/// <summary>The one place where text becomes HCL: quotes, escapes and the width that alignment counts.</summary>
internal static class HclText
{
    public static void AppendQuoted(StringBuilder hcl, string text)
    {
        hcl.Append('"');
        AppendEscaped(hcl, text);
        hcl.Append('"');
    }

    /// <summary>The inside of a quoted template, where ${ and %{ would start an expression.</summary>
    public static void AppendEscaped(StringBuilder hcl, string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            switch (character)
            {
                case '\\' or '"':
                    hcl.Append('\\').Append(character);
                    break;
                case '\n':
                    hcl.Append("\\n");
                    break;
                case '\r':
                    hcl.Append("\\r");
                    break;
                case '\t':
                    hcl.Append("\\t");
                    break;
                case '$' or '%' when index + 1 < text.Length && text[index + 1] == '{':
                    hcl.Append(character).Append(character);
                    break;
                default:
                    AppendPlain(hcl, character);
                    break;
            }
        }
    }

    /// <summary>Whether a map's key can stand without quotes.</summary>
    public static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !(char.IsAsciiLetter(name[0]) || name[0] == '_')
            || name is "for" or "true" or "false" or "null")
        {
            return false;
        }

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Columns as packer fmt counts them: one for each grapheme.</summary>
    public static int Width(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAscii(character))
            {
                return new StringInfo(text).LengthInTextElements;
            }
        }

        return text.Length;
    }

    private static void AppendPlain(StringBuilder hcl, char character)
    {
        if (char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF')
        {
            hcl.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }
        else
        {
            hcl.Append(character);
        }
    }
}
