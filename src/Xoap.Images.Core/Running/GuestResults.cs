using System.Collections.Immutable;
using Xoap.Images.Planning;
using Xoap.Images.TestReports;

namespace Xoap.Images.Running;

/// <summary>What the tests of a build said: in the file that came out of the guest, or, when none came, in the log of the run.</summary>
internal static class GuestResults
{
    public const string FileName = "test-results.txt";

    /// <summary>Null: the build has no tests, or they did not start.</summary>
    /// <param name="redactor">The guest's file has not gone through Packer's log.</param>
    public static ImmutableArray<TestResult>? Read(TestRun? run, string resultFile, string logFile, Redactor redactor)
    {
        if (run is null)
        {
            return null;
        }

        var report = new GuestReport();
        foreach (var line in GuestReportFile.Lines(File.Exists(resultFile) ? resultFile : logFile))
        {
            report.Add(redactor.Redact(line));
        }

        return run.Tests.Any(test => report.File(test.Number) is { Started: true } or { Ended: true })
            ? [.. run.Tests.SelectMany(test => ListedFile.Of(test).Results(report, ""))]
            : null;
    }
}
