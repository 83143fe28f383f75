namespace Xoap.Images.Schemas;

/// <summary>A map attribute for the image's tags.</summary>
/// <param name="AreLabels">Google's labels: lower case, digits, '-' and '_', 63 characters, and a letter first in the key.</param>
internal sealed record TagAttribute(string Attribute, bool AreLabels = false)
{
    private const int LongestLabel = 63;

    public string KeyOf(string key) => AreLabels ? Label(key) : key;

    public string ValueOf(string value) => AreLabels ? Label(value) : value;

    /// <summary>Whether a tag's name can become a key.</summary>
    public bool Fits(string key) => !AreLabels || (key.Length > 0 && char.IsAsciiLetter(key[0]));

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
