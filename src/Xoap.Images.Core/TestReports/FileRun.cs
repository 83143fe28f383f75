using System.Collections.Immutable;
using System.Globalization;

namespace Xoap.Images.TestReports;

/// <summary>A test file after its run.</summary>
/// <param name="Known">The tests that were expected of it; empty when only the run can tell.</param>
internal sealed record FileRun(TestFile File, FileReport Report, ImmutableArray<TestCase> Known)
{
    private const int ShownLines = 50;

    /// <summary>Why reporting stopped early, as far as this machine knows: a sentence, or empty.</summary>
    public string Interruption { get; init; } = "";

    /// <summary>
    /// The results with what the file as a whole has to add: why it did not run to its end, that no test ran, and a failure for each
    /// test that was expected and did not report.
    /// </summary>
    /// <param name="faults">What is wrong with the framework's report.</param>
    public ImmutableArray<TestResult> Complete(IReadOnlyList<TestResult> results, IReadOnlyList<FileFault> faults)
    {
        IReadOnlyList<FileFault> all = Fault is { } fault ? [new(fault), .. Report.Out.Count > 0 ? faults : []] : faults;
        if (all.Count == 0 && results.Count == 0)
        {
            all = [new(Report.Exit == 0 ? "No test ran." : $"No test ran, and the command ended with exit code {Report.Exit}.")];
        }
        else if (all.Count == 0 && Report.Exit != 0 && results.All(result => result.State != TestState.Failed))
        {
            all = [new($"No test failed, but the command ended with exit code {Report.Exit}.")];
        }

        return all.Count == 0 ? [.. results] : [.. results, Failed(all), .. Unreported(results, all[0].Message)];
    }

    /// <summary>That the file as a whole was left out.</summary>
    public TestResult Skipped(string message) => OfFile(TestState.Skipped, 0) with { Message = message };

    private string? Fault => Report switch
    {
        { Fail: { Length: > 0 } fail } => fail,
        { Ended: true } => null,
        { Started: false } => Because("The tests did not start."),
        _ => Because("The report breaks off before the tests ended."),
    };

    private TestResult Failed(IReadOnlyList<FileFault> faults)
    {
        var details = string.Join('\n', faults.Select(fault => fault.Details).Where(text => text.Length > 0));
        return OfFile(TestState.Failed, faults.FirstOrDefault(fault => fault.Line > 0)?.Line ?? 0) with
        {
            Message = string.Join('\n', faults.Select(fault => fault.Message)),
            Details = details.Length > 0 ? details : string.Join('\n', Report.Err.TakeLast(ShownLines)),
        };
    }

    private IEnumerable<TestResult> Unreported(IReadOnlyList<TestResult> results, string reason)
    {
        var reported = results.Select(result => TestId.First(result.Id)).ToHashSet(StringComparer.Ordinal);
        var lines = reported.Select(id => id[(id.LastIndexOf(':') + 1)..]).ToHashSet(StringComparer.Ordinal);
        return Known
            .Where(test => test.Id != TestId.Of(File) && !reported.Contains(TestId.First(test.Id)))
            .Where(test => !HasVariables(test) || !lines.Contains(test.Line.ToString(CultureInfo.InvariantCulture)))
            .Select(test => new TestResult(test.Id, test.File, test.Line, test.Path, TestState.Failed, TimeSpan.Zero)
            {
                Message = $"The test did not report. {reason}",
                Tags = test.Tags,
            });
    }

    /// <summary>The run has filled in its name, so that only its line tells it.</summary>
    private static bool HasVariables(TestCase test) => test.Path.Any(name => name.Contains('$', StringComparison.Ordinal));

    private TestResult OfFile(TestState state, int line) =>
        new(TestId.Of(File), File.Path, line, [File.FileName], state, TimeSpan.Zero);

    private string Because(string sentence) => Interruption.Length > 0 ? $"{sentence} {Interruption}" : sentence;
}
