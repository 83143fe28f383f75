using System.Globalization;

namespace Xoap.Images.TestReports;

/// <summary>
/// The name of a test that stays the same between finding it in its file and running it, and between runs: the file, the names as they
/// are written (a name such as <c>&lt;size&gt;</c> is not filled in), the line and, for equal ones, a number.
/// </summary>
internal static class TestId
{
    /// <summary>Of what a file as a whole has to say.</summary>
    public static string Of(TestFile file) => file.Name;

    /// <param name="path">Names as written, from the outermost block.</param>
    /// <param name="line">Where the test stands; 0 when the report of the run does not say it.</param>
    /// <param name="ordinal">Which one of several that are otherwise equal, from 1.</param>
    public static string Of(TestFile file, IEnumerable<string> path, int line, int ordinal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{file.Name}//{string.Join('/', path.Select(Escaped))}:{line}{(ordinal > 1 ? $"#{ordinal}" : "")}");

    /// <summary>The first of several equal ones: the only one that the text of a file can tell.</summary>
    public static string First(string id)
    {
        var end = id.LastIndexOfAny(['#', ':']);
        return end >= 0 && id[end] == '#' && id[(end + 1)..].All(char.IsAsciiDigit) ? id[..end] : id;
    }

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
