using System.Globalization;
using System.Text;

namespace Xoap.Images.Planning;

/// <summary>Names as ASCII, for files and HCL labels.</summary>
internal static class Slug
{
    private const int MaxLength = 48;

    /// <summary>Lower case, runs of other characters as one <paramref name="separator"/>; accents are dropped; never empty.</summary>
    public static string Of(string name, char separator = '-')
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                && slug.Length > 0 && slug[^1] != separator)
            {
                slug.Append(separator);
            }
        }

        var text = slug.ToString().Trim(separator);
        text = text.Length > MaxLength ? text[..MaxLength].TrimEnd(separator) : text;
        return text.Length == 0 ? "x" : text;
    }
}
