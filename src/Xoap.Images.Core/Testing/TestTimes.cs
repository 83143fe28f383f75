using System.Collections.Immutable;
using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>When the tests of a file ran: guests tell how long one took, and this machine when its file began and ended.</summary>
internal static class TestTimes
{
    /// <summary>One after another, the last one until the end: what a file does besides, it mostly does before its tests.</summary>
    public static ImmutableArray<TestResult> Of(ImmutableArray<TestResult> results, DateTimeOffset began, DateTimeOffset ended)
    {
        var timed = new TestResult[results.Length];
        for (var at = results.Length - 1; at >= 0; at--)
        {
            // Tests that ran side by side took longer together than their file.
            ended = ended - began > results[at].Duration ? ended - results[at].Duration : began;
            timed[at] = results[at] with { Started = ended };
        }

        return [.. timed];
    }
}
