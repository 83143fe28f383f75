using System.Text.RegularExpressions;

namespace Xoap.Images.Rendering;

/// <summary>What the text of a DSC script tells without running it.</summary>
internal static partial class DscText
{
    /// <summary>The names of its configurations, without those of the Local Configuration Manager's settings.</summary>
    public static string[] Configurations(string script) =>
    [
        .. Configuration().Matches(Comment().Replace(script, ""))
            .Where(match => !match.Groups["settings"].Success)
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    [GeneratedRegex(@"<#.*?#>|(?<![^\s;{(])#[^\n]*", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"(?<settings>\[\s*DscLocalConfigurationManager\s*\(\s*\)\s*\]\s*)?(?<![\w$\-.])configuration[ \t]+[""']?(?<name>[\w.\-]+)[""']?\s*\{",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Configuration();
}
