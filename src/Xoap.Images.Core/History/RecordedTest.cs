using System.Collections.Immutable;
using Xoap.Images.TestReports;

namespace Xoap.Images.History;

/// <summary>What a test in the guest said, as records keep it.</summary>
/// <param name="Name">From the outermost block to the test, with '/' between.</param>
/// <param name="File">The test file on the machine that ran it.</param>
/// <param name="Line">0 when nobody knows.</param>
/// <param name="Message">The beginning of it; null: it had none.</param>
internal sealed record RecordedTest(string Name, string File, int Line, TestState State, double Seconds, string? Message = null)
{
    /// <summary>Records are read by people and kept for ever: a guest that floods its messages must not fill them.</summary>
    private const int LongestMessage = 4000;

    public static ImmutableArray<RecordedTest> Of(IEnumerable<TestResult> results) => [.. results.Select(result => new RecordedTest(
        string.Join('/', result.Path),
        result.File,
        result.Line,
        result.State,
        Math.Round(result.Duration.TotalSeconds, 3),
        result.Message.Length == 0 ? null : result.Message.Length > LongestMessage ? result.Message[..LongestMessage] + "…" : result.Message))];
}
