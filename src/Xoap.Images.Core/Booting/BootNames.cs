using System.Globalization;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Booting;

/// <summary>Names of temporary machines.</summary>
internal static class BootNames
{
    /// <summary>With the rest it fits into the 63 characters of a host's name.</summary>
    private const int Longest = 40;

    /// <summary>As an expression: <c>"web-v3-test-${…}"</c>, with eight digits that Packer draws.</summary>
    public static string Of(BuiltImage image)
    {
        var stem = image.Name[..Math.Min(image.Name.Length, Longest)].Replace('.', '-').Replace('_', '-');
        var name = new StringBuilder();
        HclText.AppendQuoted(name, string.Create(CultureInfo.InvariantCulture, $"{stem}-v{image.Version}-test-"));
        return name.Insert(name.Length - 1, "${substr(uuidv4(), 0, 8)}").ToString();
    }
}
