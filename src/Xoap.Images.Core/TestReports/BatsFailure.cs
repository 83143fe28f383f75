using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>What Bats writes below a failed test.</summary>
/// <param name="Place">The calls, the innermost first; empty when none stand there.</param>
/// <param name="Output">What the test wrote.</param>
internal sealed partial record BatsFailure(string Message, string Place, IEnumerable<string> Output)
{
    public static BatsFailure Read(IReadOnlyList<string> comments)
    {
        if (comments.Count == 0 || !Opening().IsMatch(comments[0]))
        {
            var all = string.Join('\n', comments);
            return new(all.Length > 0 ? all : "It failed without saying why.", "", []);
        }

        var places = comments.TakeWhile(line => !line.EndsWith(')')).Count() + 1;
        var place = comments.Take(places).ToList();
        var rest = comments.Skip(place.Count).ToList();
        var end = rest.FindIndex(line => Verdict().IsMatch(line));
        var message = string.Join('\n', rest.Take(end + 1)).Trim();
        return new(message.Length > 0 ? message : "It failed without saying why.", string.Join('\n', place), rest.Skip(end + 1));
    }

    [GeneratedRegex(@"^\((?:in test file|from function|in file)\b")]
    private static partial Regex Opening();

    [GeneratedRegex(@"' failed(?: with status \d+)?$")]
    private static partial Regex Verdict();
}
