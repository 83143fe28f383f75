namespace Xoap.Images.Schemas;

/// <summary>A map attribute for the image's tags.</summary>
/// <param name="Expected">What a tag's name has to be, as the end of "it takes …".</param>
internal sealed record TagAttribute(string Attribute, string Expected)
{
    /// <summary>The SDK's own tag with the image's name, by which its images are found again.</summary>
    public const string Image = "xoap-image";

    /// <summary>The SDK's own tag of a machine that was started for tests: the version of the image in it.</summary>
    public const string Test = "xoap-test";

    private const int LongestLabel = 63;

    /// <summary>Google's labels: lower case, digits, '-' and '_', 63 characters, and a letter first in the key.</summary>
    public bool AreLabels { get; init; }

    /// <summary>Characters that no name may have.</summary>
    public string Forbidden { get; init; } = "";

    /// <summary>Names that begin so are the provider's own.</summary>
    public string? Reserved { get; init; }

    public string KeyOf(string key) => AreLabels ? Label(key) : key;

    public string ValueOf(string value) => AreLabels ? Label(value) : value;

    /// <summary>Whether a tag's name can become a key. Packer replaces templates in the names of a map here, and there does not.</summary>
    public bool Fits(string key) =>
        !key.Contains("{{", StringComparison.Ordinal)
        && (!AreLabels || char.IsAsciiLetter(key[0]))
        && key.AsSpan().IndexOfAny(Forbidden) < 0
        && (Reserved is null || !key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase));

    private static string Label(string text)
    {
        var label = text[..Math.Min(text.Length, LongestLabel)].ToCharArray();
        for (var index = 0; index < label.Length; index++)
        {
            var character = char.ToLowerInvariant(label[index]);
            label[index] = char.IsAsciiLetterOrDigit(character) || character == '_' ? character : '-';
        }

        return new string(label);
    }
}
