using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>What a file of Bats tests said, in Bats' own kind of TAP.</summary>
internal static partial class BatsResults
{
    private const double LongestMilliseconds = 1e11;

    /// <summary>Bats reports them as tests that its plan does not count.</summary>
    private static readonly string[] Setups = ["setup_file failed", "setup_suite failed"];

    private static readonly string[] Teardowns = ["teardown_file failed", "teardown_suite failed"];

    public static ImmutableArray<TestResult> Read(FileRun run)
    {
        var document = TapDocument.Read(run.Report.Out);
        var names = new BatsNames(run.Known);
        var ordinals = new Ordinals();
        var setups = document.Points.Where(point => !point.Ok && Setups.Contains(point.Text)).ToList();
        var others = document.Points.Except(setups).ToList();
        var results = others.Select(point => Result(point, run.File, names, ordinals)).ToList();
        var faults = setups.Count > 0
            ? setups.Select(point => SetupFault(point, run.File))
            : TapFaults.Of(document, [.. others.Where(point => !Teardowns.Contains(point.Text))]);
        return run.Complete(results, [.. faults]);
    }

    /// <summary>What comes before the first test failed: a function of the file, or the shell when it read the file.</summary>
    private static FileFault SetupFault(TapPoint point, TestFile file)
    {
        var failure = BatsFailure.Read([.. point.Comments.Where(line => !line.StartsWith("bats warning: Executed ", StringComparison.Ordinal))]);
        var isFunction = failure.Place.Length > 0 || point.Comments.Count == 0;
        return new FileFault(
            isFunction ? $"{point.Text}: {failure.Message}" : failure.Message,
            TapPlace.Line(TapYaml.Read([]), isFunction ? failure.Place : failure.Message, file),
            string.Join('\n', failure.Output.Prepend(failure.Place).Where(text => text.Length > 0)));
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
        ImmutableArray<string> path = known is not null && MaskedName.Is(name) ? known.Path : [name];
        return new TestResult(id, file.Path, line > 0 ? line : known?.Line ?? 0, path, state, Duration(text.Groups["ms"].Value))
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
