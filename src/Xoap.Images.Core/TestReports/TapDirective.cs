using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>What follows the number of a test: its name and, behind a '#', what is special about it.</summary>
/// <param name="Kind">skip, todo or empty.</param>
internal sealed partial record TapDirective(string Name, string Kind, string Reason)
{
    public static TapDirective Parse(string text)
    {
        var mark = Mark().Match(text);
        var name = mark.Success ? text[..mark.Index] : text;
        return new(
            Escape().Replace(Dash().Replace(name.Trim(), ""), "$1"),
            mark.Groups["kind"].Value.ToLowerInvariant(),
            mark.Success ? text[(mark.Index + mark.Length)..].TrimStart(':', ' ', '\t').TrimEnd() : "");
    }

    // "# SKIP no network", "# skipped: no network"; a '#' with a backslash before it belongs to the name.
    [GeneratedRegex(@"(?<=^|\s)#\s*(?<kind>skip|todo)(?:ped)?(?=\s|:|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\\([\\#])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^-\s+")]
    private static partial Regex Dash();
}
