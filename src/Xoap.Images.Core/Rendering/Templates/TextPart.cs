using System.Collections.Immutable;
using System.Text.Json;
using Xoap.Images.Model;

namespace Xoap.Images.Rendering.Templates;

/// <summary>A piece of what a template gives.</summary>
/// <param name="Text">The piece itself; empty when it is a secret.</param>
/// <param name="Secret">Its value is filled in when Packer starts, and stands in no file of ours.</param>
internal sealed record TextPart(string Text, SecretReference? Secret = null, TextEscape Escape = TextEscape.None)
{
    /// <summary>The text, when there is no secret in it.</summary>
    public static string? Plain(ImmutableArray<TextPart> parts)
    {
        foreach (var part in parts)
        {
            if (part.Secret is not null)
            {
                return null;
            }
        }

        return string.Concat(parts.Select(part => part.Text));
    }
}

/// <summary>How a value is written so that the file around it stays what it is.</summary>
internal enum TextEscape
{
    None,
    Xml,
    Json,
}

/// <summary>The same escapes for a value that is known.</summary>
internal static class TextEscapes
{
    /// <summary>Characters and what stands for them in XML; the ampersand comes first.</summary>
    public static ImmutableArray<(string Character, string Entity)> Xml { get; } =
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&apos;")];

    public static string Of(string text, TextEscape escape) => escape switch
    {
        TextEscape.Xml => Xml.Aggregate(text, (escaped, pair) => escaped.Replace(pair.Character, pair.Entity, StringComparison.Ordinal)),
        TextEscape.Json => $"\"{JsonEncodedText.Encode(text)}\"",
        _ => text,
    };
}
