using System.Text.RegularExpressions;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas;

/// <summary>Which operating system a project means, from the words it has for it: <c>windows-server-2025</c>, <c>debian-12</c>.</summary>
internal static class GuestSystem
{
    private static readonly string[] Servers = ["2016", "2019", "2022", "2025"];

    private static readonly (string Word, string Family)[] Families =
    [
        ("ubuntu", "ubuntu"), ("debian", "debian"), ("rhel", "rhel"), ("redhat", "rhel"), ("rocky", "rocky"), ("alma", "almalinux"),
        ("oracle", "oracle"), ("opensuse", "opensuse"), ("sles", "sles"),
    ];

    /// <summary>Null where the words do not say, or where the processor is not 64-bit x86.</summary>
    /// <param name="name">The item's: <c>windows-11</c>.</param>
    /// <param name="version">As the user writes it: <c>24H2</c>.</param>
    public static string? Of(string name, Platform platform, string version, string architecture)
    {
        if (architecture != "x64")
        {
            return null;
        }

        var words = Regex.Split($"{name} {version}".ToLowerInvariant(), "[^a-z0-9.]+");
        return platform == Platform.Windows ? Windows(words) : Linux(words, version);
    }

    private static string? Windows(string[] words)
    {
        foreach (var word in words)
        {
            if (Servers.FirstOrDefault(year => word.EndsWith(year, StringComparison.Ordinal)) is { } server)
            {
                return $"windows-server-{server}";
            }
        }

        var client = words.Select(word => Regex.Match(word, "^(?:w|win|windows)?(10|11)$")).FirstOrDefault(match => match.Success);
        return client is null ? null : $"windows-{client.Groups[1].Value}";
    }

    private static string? Linux(string[] words, string version)
    {
        var family = Families.FirstOrDefault(entry => words.Any(word => word.StartsWith(entry.Word, StringComparison.Ordinal))).Family;
        if (family is null)
        {
            return null;
        }

        var number = Regex.Match(version, "[0-9]+") is { Success: true } given
            ? given.Value
            : words.Select(word => Regex.Match(word, "[0-9]+").Value).FirstOrDefault(text => text.Length > 0);
        return number is null ? family : $"{family}-{number}";
    }
}
