using System.Collections.Immutable;
using Xoap.Images.History;
using Xoap.Images.Model;
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
        foreach (var line in Lines(File.Exists(resultFile) ? resultFile : logFile))
        {
            report.Add(redactor.Redact(line));
        }

        return run.Tests.Any(test => report.File(test.Number) is { Started: true } or { Ended: true })
            ? [.. run.Tests.SelectMany(test => Read(test.Test, report.File(test.Number)))]
            : null;
    }

    private static ImmutableArray<TestResult> Read(ImageTest test, FileReport report)
    {
        var file = new TestFile(test.Path, test.Name.Replace('\\', '/'));
        var text = string.Join('\n', Lines(test.Path));
        var run = new FileRun(file, report, []);
        return test.Framework switch
        {
            TestFramework.Pester => PesterResults.Read(run with { Known = PesterSource.Tests(file, text) }),
            TestFramework.Bats => BatsResults.Read(run with { Known = BatsSource.Tests(file, text) }),
            TestFramework.Tap => TapResults.Read(run),
            _ => JUnitResults.Read(run),
        };
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            return []; // What cannot be read says nothing; that the tests did not report is told of each.
        }
    }
}
