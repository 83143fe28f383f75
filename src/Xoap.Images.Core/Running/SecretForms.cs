using System.Net;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;

namespace Xoap.Images.Running;

/// <summary>The forms in which a secret may show up in a log: as it is, and as tools write it down.</summary>
internal static class SecretForms
{
    /// <summary>Characters per line of wrapped base64.</summary>
    private static readonly int[] Base64Widths = [76, 64];

    /// <summary>The backslash itself comes last: what it leaves is no escape any more.</summary>
    private static readonly (string Escape, string Character)[] EchoEscapes =
    [
        ("\\a", "\a"), ("\\b", "\b"), ("\\e", "\e"), ("\\f", "\f"), ("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t"), ("\\v", "\v"), ("\\\\", "\\"),
    ];

    /// <summary>Every form, line by line: a log prints lines, and Packer puts a prefix before each.</summary>
    public static IEnumerable<string> Of(string secret) => ((string[])[secret, Echoed(secret)])
        .SelectMany(text => Lines(text).Append(text))
        .Distinct(StringComparer.Ordinal)
        .Where(text => text.Length >= Redactor.ShortestSecret)
        .SelectMany(Written)
        .SelectMany(Lines)
        .Where(text => text.Length >= Redactor.ShortestSecret);

    private static IEnumerable<string> Lines(string text) => text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Written(string text)
    {
        yield return text;
        yield return text.Trim();

        var json = Json(text);
        yield return json;
        yield return json.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);
        yield return text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);
        yield return json.Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal);
        yield return json.Replace("/", "\\/", StringComparison.Ordinal);
        var escaped = JavaScriptEncoder.Default.Encode(text);
        yield return escaped;
        yield return LowerEscapes(escaped, "\\u", 4);

        yield return text.Replace("'", "'\\''", StringComparison.Ordinal);
        yield return text.Replace("'", "'\"'\"'", StringComparison.Ordinal);
        yield return text.Replace("'", "''", StringComparison.Ordinal);
        yield return text.Replace("\"", "\"\"", StringComparison.Ordinal);
        yield return text.Replace("`", "``", StringComparison.Ordinal)
            .Replace("$", "`$", StringComparison.Ordinal)
            .Replace("\"", "`\"", StringComparison.Ordinal);
        yield return text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("$", "\\$", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal);
        yield return SecurityElement.Escape(text)!;
        yield return WebUtility.HtmlEncode(text);

        foreach (var url in (string[])[Uri.EscapeDataString(text), WebUtility.UrlEncode(text)])
        {
            yield return url;
            yield return LowerEscapes(url, "%", 2);
        }

        foreach (var end in (string[])["", "\n", "\r\n"])
        {
            foreach (var base64 in Base64(Encoding.UTF8.GetBytes(text + end)))
            {
                yield return base64;
            }
        }

        foreach (var base64 in Base64(Encoding.Unicode.GetBytes(text)))
        {
            yield return base64;
        }
    }

    /// <summary>What the echo of Debian's sh makes of backslashes.</summary>
    private static string Echoed(string text)
    {
        var echoed = new StringBuilder(text);
        foreach (var (escape, character) in EchoEscapes)
        {
            echoed.Replace(escape, character);
        }

        return echoed.ToString();
    }

    private static IEnumerable<string> Base64(byte[] bytes)
    {
        var base64 = Convert.ToBase64String(bytes);
        yield return base64;
        yield return base64.TrimEnd('=');
        yield return base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        foreach (var width in Base64Widths)
        {
            for (var start = 0; base64.Length > width && start < base64.Length; start += width)
            {
                yield return base64.Substring(start, Math.Min(width, base64.Length - start));
            }
        }
    }

    /// <summary>JSON's and HCL's escapes, and no more than they need.</summary>
    private static string Json(string text)
    {
        var json = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };
        }

        return json.ToString();
    }

    /// <summary>%2F as %2f: the digits behind each mark in lower case.</summary>
    private static string LowerEscapes(string text, string mark, int digits)
    {
        var lower = new StringBuilder(text);
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            for (var digit = at + mark.Length; digit < Math.Min(at + mark.Length + digits, text.Length); digit++)
            {
                lower[digit] = char.ToLowerInvariant(text[digit]);
            }
        }

        return lower.ToString();
    }
}
