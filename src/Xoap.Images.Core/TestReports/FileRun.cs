using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.TestReports;

/// <summary>A test file after its run.</summary>
/// <param name="Known">The tests that were expected of it; empty when only the run can tell.</param>
internal sealed record FileRun(TestFile File, FileReport Report, ImmutableArray<TestCase> Known)
{
    private const int ShownLines = 50;

    /// <summary>Why reporting stopped early, as far as this machine knows: a sentence, or empty.</summary>
    public string Interruption { get; init; } = "";

    /// <summary>Where the project says as whom the file runs.</summary>
    public Origin? Login { get; init; }

    /// <summary>
    /// The results with what the file as a whole has to add: why it did not run to its end, or that no test ran. Each test that was
    /// expected and did not report fails with it; only where there is none it is a result of the file's own.
    /// </summary>
    /// <param name="faults">What is wrong with the framework's report.</param>
    public ImmutableArray<TestResult> Complete(IReadOnlyList<TestResult> results, IReadOnlyList<FileFault> faults)
    {
        IReadOnlyList<FileFault> all = Fault is { } fault ? [new(fault), .. Report.Out.Count > 0 ? faults : []] : faults;
        if (Report is { Exit: not null and not 0, Out.Count: 0, Fail.Length: 0 } || (all.Count == 0 && results.Count == 0))
        {
            all = [new(Report.Exit == 0 ? "No test ran." : $"No test ran, and the command ended with exit code {Report.Exit}.")];
        }
        else if (all.Count == 0 && Report.Exit != 0 && results.All(result => result.State != TestState.Failed))
        {
            all = [new($"No test failed, but the command ended with exit code {Report.Exit}.")];
        }

        TestResult[] missing = all.Count == 0 ? [] : [.. Unreported(results).Select(test => Failed(test, all, isFirst: results.Count == 0))];
        return all.Count == 0 || missing.Length > 0 ? [.. results, .. missing] : [.. results, Failed(TestCase.Of(File), all)];
    }

    /// <summary>That the file as a whole was left out.</summary>
    public TestResult Skipped(string message) =>
        new(TestId.Of(File), File.Path, 0, [File.FileName], TestState.Skipped, TimeSpan.Zero) { Message = message };

    private string? Fault => Report switch
    {
        { Refused: { Length: > 0 } refused } => refused,
        { Fail: { Length: > 0 } fail } => fail,
        { Ended: true } => null,
        { Started: false } => Because("The tests did not start."),
        _ => Because("The report breaks off before the tests ended."),
    };

    private TestResult Failed(TestCase test, IReadOnlyList<FileFault> faults)
    {
        var details = string.Join('\n', faults.Select(fault => fault.Details).Where(text => text.Length > 0));
        var line = faults.FirstOrDefault(fault => fault.Line > 0)?.Line ?? test.Line;
        return new TestResult(test.Id, test.File, line, test.Path, TestState.Failed, TimeSpan.Zero)
        {
            Message = string.Join('\n', faults.Select(fault => fault.Message)),
            Details = details.Length > 0 ? details : string.Join('\n', Report.Err.TakeLast(ShownLines)),
            Tags = test.Tags,
            Place = Report.Refused.Length > 0 ? Login : null,
        };
    }

    /// <summary>A test that did not report, in words of its own where others did.</summary>
    private TestResult Failed(TestCase test, IReadOnlyList<FileFault> faults, bool isFirst)
    {
        var failed = Failed(test, faults);
        var words = faults.Any(fault => fault.Details.Length > 0) ? null : Report.Err.LastOrDefault(line => !string.IsNullOrWhiteSpace(line));
        return failed with
        {
            Message = (isFirst ? "" : "The test did not report. ") + failed.Message + (words is null ? "" : $" It last said: {words.Trim()}"),
        };
    }

    private IEnumerable<TestCase> Unreported(IReadOnlyList<TestResult> results)
    {
        var reported = results.Select(result => TestId.First(result.Id)).ToHashSet(StringComparer.Ordinal);
        var lines = reported.Select(id => id[(id.LastIndexOf(':') + 1)..]).ToHashSet(StringComparer.Ordinal);
        return Known
            .Where(test => test.Id != TestId.Of(File) && !reported.Contains(TestId.First(test.Id)))
            .Where(test => !HasVariables(test) || !lines.Contains(test.Line.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The run has filled in its name, so that only its line tells it.</summary>
    private static bool HasVariables(TestCase test) => test.Path.Any(name => name.Contains('$', StringComparison.Ordinal));

    private string Because(string sentence) => Interruption.Length > 0 ? $"{sentence} {Interruption}" : sentence;
}
