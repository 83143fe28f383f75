using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>An error of a test, a block or a whole file, as Pester reports it.</summary>
/// <param name="Id">PowerShell's FullyQualifiedErrorId.</param>
/// <param name="Stack">PowerShell's calls, the innermost first.</param>
/// <param name="File">In the guest.</param>
internal sealed partial record PesterError(
    string Message, string Id, string Stack, string File, int Line, string Expected, string Actual, string Because)
{
    public static PesterError Read(JsonElement json) => new(
        json.Text("message"), json.Text("id"), json.Text("stack"), json.Text("file"), json.Line("line"),
        json.Text("expected"), json.Text("actual"), json.Text("because"));

    /// <summary>Where in the test file it happened; 0 when it did not pass through the file.</summary>
    public int LineIn(TestFile file)
    {
        if (IsIn(File, file) && Line > 0)
        {
            return Line;
        }

        return Frames().Where(frame => IsIn(frame.File, file)).Select(frame => frame.Line).FirstOrDefault();
    }

    /// <summary>What was compared, and the calls without Pester's own; those in the test file name the file of this machine.</summary>
    public string Details(TestFile file)
    {
        string[] compared =
        [
            Expected.Length > 0 ? $"Expected: {Expected}" : "",
            Actual.Length > 0 ? $"Actual: {Actual}" : "",
            Because.Length > 0 ? $"Because: {Because}" : "",
        ];
        var calls = Frames()
            .Where(frame => !FileName(frame.File).StartsWith("Pester.", StringComparison.OrdinalIgnoreCase))
            .Select(frame => IsIn(frame.File, file)
                ? string.Create(CultureInfo.InvariantCulture, $"{frame.Call} in {file.Path}:line {frame.Line}")
                : frame.Text);
        return string.Join('\n', compared.Where(text => text.Length > 0).Concat(calls));
    }

    private IEnumerable<(string Text, string Call, string File, int Line)> Frames()
    {
        foreach (var text in Stack.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0))
        {
            var match = Frame().Match(text);
            yield return match.Success && int.TryParse(match.Groups["line"].ValueSpan, out var line)
                ? (text, match.Groups["call"].Value, match.Groups["file"].Value, line)
                : (text, text, "", 0);
        }
    }

    private static bool IsIn(string guestPath, TestFile file) =>
        FileName(guestPath).Equals(file.FileName, StringComparison.OrdinalIgnoreCase);

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    // "at <ScriptBlock>, C:\tests\web.Tests.ps1: line 3"; Windows speaks other languages too.
    [GeneratedRegex(@"^(?<call>.+?),\s*(?<file>[^,]+?)\s*:\s*[^\d:\\/]*(?<line>\d{1,9})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Frame();
}
