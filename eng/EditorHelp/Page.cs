using System.Text.RegularExpressions;

namespace Xoap.Images.EditorHelp;

/// <summary>A page of docs/, as the source of descriptions.</summary>
internal sealed partial class Page
{
    private readonly Dictionary<string, string> _sections = [];

    public Page(string text)
    {
        text = text.ReplaceLineEndings("\n");
        foreach (Match section in Section().Matches(text))
        {
            _sections.Add(section.Groups["name"].Value, section.Groups["text"].Value);
            foreach (Match inner in InnerSection().Matches(section.Groups["text"].Value))
            {
                _sections.Add($"{section.Groups["name"].Value}/{inner.Groups["name"].Value}", inner.Groups["text"].Value);
            }
        }

        _sections.Add("", text);
    }

    /// <summary>The first paragraph below a heading: <c>Builder</c>, <c>Builder/Qemu</c>.</summary>
    public string Opening(string section) =>
        _sections.TryGetValue(section, out var text) ? Plain(text.Trim().Split("\n\n")[0]) : "";

    /// <summary>What the bullet of that name says in a section; empty: it has none.</summary>
    public string Bullet(string section, string name) =>
        Bullets(section).FirstOrDefault(bullet => bullet.Name == name).Text ?? "";

    /// <summary>All bullets of a section, without those of the sections in it. The section without a name is the whole page.</summary>
    public IEnumerable<(string Name, string Text)> Bullets(string section)
    {
        if (!_sections.TryGetValue(section, out var text))
        {
            yield break;
        }

        var inner = section.Length == 0 ? -1 : text.IndexOf("\n### ", StringComparison.Ordinal);
        foreach (Match bullet in BulletItem().Matches(inner < 0 ? text : text[..inner]))
        {
            yield return (bullet.Groups["name"].Value, Plain(bullet.Groups["text"].Value));
        }
    }

    /// <summary>One line without marks: an editor shows it as it stands.</summary>
    private static string Plain(string text) =>
        Link().Replace(Blank().Replace(text, " "), "${text}").Replace("`", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"^## (?<name>[^\n]+)\n(?<text>.*?)(?=^## |\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^### (?<name>[^\n]+)\n(?<text>.*?)(?=^### |\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex InnerSection();

    [GeneratedRegex(@"^- `(?<name>\w+)`: (?<text>.*?)(?=^\S|^\n|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BulletItem();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
