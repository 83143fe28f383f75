using System.Globalization;

namespace Xoap.Images.TestReports;

/// <summary>A line <c>ok</c> or <c>not ok</c> with what belongs to it.</summary>
/// <param name="Number">As written, else the one after the number before; null until that is known.</param>
/// <param name="Text">What follows the number, as written.</param>
internal sealed record TapPoint(bool Ok, int? Number, string Text)
{
    /// <summary>Comments after it, without their marks.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>The lines of its YAML block.</summary>
    public List<string> Yaml { get; } = [];

    /// <summary>Lines before it that are not TAP.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>The tests within it; null when it has none.</summary>
    public TapDocument? Subtests { get; init; }

    public static TapPoint? Parse(string line)
    {
        var ok = IsWord(line, "ok");
        if (!ok && !IsWord(line, "not ok"))
        {
            return null;
        }

        var rest = line.AsSpan(ok ? "ok".Length : "not ok".Length).TrimStart(" \t");
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        var end = digits < 0 ? rest.Length : digits;
        var isNumber = end > 0 && (end == rest.Length || rest[end] is ' ' or '\t')
            && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isNumber
            ? new(ok, int.Parse(rest[..end], CultureInfo.InvariantCulture), rest[end..].Trim().ToString())
            : new(ok, null, rest.Trim().ToString());
    }

    private static bool IsWord(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || line[word.Length] is ' ' or '\t');
}
