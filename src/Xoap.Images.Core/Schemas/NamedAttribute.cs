using System.Text.RegularExpressions;

namespace Xoap.Images.Schemas;

/// <summary>An attribute that carries the image's name and version.</summary>
/// <param name="Attribute">Packer's: <c>ami_name</c>.</param>
/// <param name="Form">
/// Its value, with <c>{name}</c> for the image's name, <c>{version}</c> for N, <c>{output}</c> for the local output folder and
/// <c>{disk}</c> for the extension of the disk's format.
/// </param>
/// <param name="Instead">What to write instead of the attribute, as the end of a sentence.</param>
internal sealed record NamedAttribute(string Attribute, string Form, string Instead = NamedAttribute.LeaveItOut)
{
    public const string NameAndVersion = "{name}-v{version}";

    private const string LeaveItOut = "leave it out: the image is named after $(ImageName) and its version";

    /// <summary>A version number is expected to stay below a million.</summary>
    private const string LongestVersion = "999999";

    /// <summary>The nested block that it stands in, where the user may set it too; null: the component itself.</summary>
    public string? Block { get; init; }

    /// <summary>It is set only beside this attribute.</summary>
    public string? Beside { get; init; }

    public NameCharacters Characters { get; init; }

    /// <summary>What the whole value has to match; null: every image name fits.</summary>
    public string? Pattern { get; init; }

    /// <summary><see cref="Pattern"/> in words, as the end of "it takes …".</summary>
    public string Expected { get; init; } = "";

    /// <summary>An image's name in the provider's characters.</summary>
    public string NameOf(string image) => Characters switch
    {
        NameCharacters.LowerCaseAndDashes => image.ToLowerInvariant().Replace('.', '-').Replace('_', '-'),
        NameCharacters.Dashes => image.Replace('.', '-').Replace('_', '-'),
        _ => image,
    };

    public bool Fits(string image) => Pattern is null || Regex.IsMatch(
        Form.Replace("{name}", NameOf(image), StringComparison.Ordinal).Replace("{version}", LongestVersion, StringComparison.Ordinal),
        Pattern,
        RegexOptions.CultureInvariant);
}

/// <summary>What becomes of an image's name: letters, digits, '.', '_' and '-'.</summary>
internal enum NameCharacters
{
    AsWritten,

    /// <summary>'.' and '_' become '-'.</summary>
    Dashes,

    /// <summary>That, in lower case.</summary>
    LowerCaseAndDashes,
}
