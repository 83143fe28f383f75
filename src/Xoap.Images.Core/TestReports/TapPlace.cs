using System.Globalization;
using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>Where in its file a test failed, from what frameworks write for people.</summary>
internal static partial class TapPlace
{
    /// <summary>The innermost place in the test file; 0 when none is named.</summary>
    public static int Line(TapYaml yaml, string comments, TestFile file) =>
        yaml.Line > 0 && IsIn(yaml.File, file)
            ? yaml.Line
            : Places().Matches(comments)
                .Where(place => IsIn(place.Groups["file"].Value, file))
                .Select(place => int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture))
                .FirstOrDefault(line => line > 0);

    private static bool IsIn(string guestPath, TestFile file) => guestPath[(guestPath.LastIndexOfAny(['/', '\\']) + 1)..] == file.FileName;

    // Bats: "(in test file web.bats, line 5)"; Perl: "at t/web.t line 5."; Bash: "web.bats: line 5: syntax error".
    [GeneratedRegex(@"(?:\bfile (?<file>[^,\n]{1,1000}), line (?<line>\d{1,9}))|(?:\bat (?<file>\S{1,1000}) line (?<line>\d{1,9}))|(?:^(?<file>[^:\n]{1,1000}): line (?<line>\d{1,9}):)", RegexOptions.Multiline)]
    private static partial Regex Places();
}
