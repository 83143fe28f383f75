using System.Collections.Immutable;
using Xoap.Images.TestReports;

namespace Xoap.Images.History;

/// <summary>What the tests at the end of a build said.</summary>
internal sealed record RecordedTests(int Passed, int Failed, int Skipped, ImmutableArray<RecordedTest> Results)
{
    public static RecordedTests? Of(ImmutableArray<TestResult>? results) => results is not { } all ? null : new RecordedTests(
        all.Count(result => result.State == TestState.Passed),
        all.Count(result => result.State == TestState.Failed),
        all.Count(result => result.State == TestState.Skipped),
        RecordedTest.Of(all));

    public TestSummary Summary() => new(Passed, Failed, Skipped);
}

/// <summary>How many tests said what.</summary>
internal sealed record TestSummary(int Passed, int Failed, int Skipped);
