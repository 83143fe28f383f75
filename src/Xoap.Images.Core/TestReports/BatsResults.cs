using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>What a file of Bats tests said, in Bats' own kind of TAP.</summary>
internal static partial class BatsResults
{
    private const double LongestMilliseconds = 1e11;

    private static readonly string[] Fixtures = ["setup_file failed", "teardown_file failed", "setup_suite failed", "teardown_suite failed"];

    public static ImmutableArray<TestResult> Read(FileRun run)
    {
        var document = TapDocument.Read(run.Report.Out);
        var names = new BatsNames(run.Known);
        var ordinals = new Ordinals();
        var results = document.Points.Select(point => Result(point, run.File, names, ordinals)).ToList();

        // Bats reports its fixtures as tests that its plan does not count.
        var planned = document.Points.Where(point => !Fixtures.Contains(point.Text)).ToList();
        return run.Complete(results, TapFaults.Of(document, planned));
    }

    private static TestResult Result(TapPoint point, TestFile file, BatsNames names, Ordinals ordinals)
    {
        var text = point.Ok ? Passed().Match(point.Text) : Failed().Match(point.Text);
        var (name, skip) = (text.Groups["name"].Value, point.Ok && text.Groups["skip"].Success);
        var known = names.Take(name);
        var id = known?.Id ?? TestId.Of(file, [name], 0, ordinals.Next(name));
        var state = skip ? TestState.Skipped : point.Ok ? TestState.Passed : TestState.Failed;
        var failure = BatsFailure.Read(point.Comments);
        var line = state == TestState.Failed ? TapPlace.Line(TapYaml.Read([]), failure.Place, file) : 0;
        return new TestResult(id, file.Path, line > 0 ? line : known?.Line ?? 0, [name], state, Duration(text.Groups["ms"].Value))
        {
            Message = state == TestState.Failed ? failure.Message + text.Groups["timeout"].Value : text.Groups["reason"].Value,
            Details = state == TestState.Failed ? failure.Place : "",
            Output = string.Join('\n', [.. point.Output, .. state == TestState.Failed ? failure.Output : point.Comments]),
            Tags = known?.Tags ?? [],
        };
    }

    private static TimeSpan Duration(string milliseconds) =>
        double.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromMilliseconds(Math.Min(number, LongestMilliseconds))
            : TimeSpan.Zero;

    // "pulls an image in 12ms # skip no network": the time stands between the name and what is special, or, from another of its writers, behind both.
    [GeneratedRegex(@"^(?<name>.*?)(?: in (?<ms>\d+)ms)?(?<skip> # skip(?: (?<reason>.*?))?)?(?: # in (?<ms>\d+) ms)?$", RegexOptions.Singleline)]
    private static partial Regex Passed();

    [GeneratedRegex(@"^(?<name>.*?)(?: in (?<ms>\d+)ms| # in (?<ms>\d+) ms)?(?<timeout> # timeout after .*)?$", RegexOptions.Singleline)]
    private static partial Regex Failed();
}
