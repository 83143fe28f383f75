using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>A setting's value as one line of a fingerprint or a message.</summary>
internal static class SettingText
{
    private const int LongestShown = 80;

    public static string Of(SettingValue value) => value switch
    {
        SettingValue.Text text => text.Value,
        SettingValue.Number number => number.Value,
        SettingValue.Flag flag => flag.Value ? "true" : "false",
        SettingValue.Expression expression => "packer:" + expression.Value,
        SettingValue.Secret secret => secret.Reference.ToString(),
        SettingValue.List list => string.Join('\u001f', list.Values.Select(Of)),
        SettingValue.Map map => string.Join('\u001f', map.Entries.Select(entry => entry.Key + "\u001e" + Of(entry.Value))),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The texts of a text, of a list of texts or of a map's values.</summary>
    public static IEnumerable<string> Texts(SettingValue value) => value switch
    {
        SettingValue.Text text => [text.Value],
        SettingValue.List list => list.Values.OfType<SettingValue.Text>().Select(text => text.Value),
        SettingValue.Map map => map.Entries.Select(entry => entry.Value).OfType<SettingValue.Text>().Select(text => text.Value),
        _ => [],
    };

    /// <summary>Short text stays readable in a record; long text is a hash.</summary>
    public static string Fingerprint(SettingValue value)
    {
        var text = Of(value);
        return text.Length <= LongestShown && !text.Any(char.IsControl)
            ? text
            : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
