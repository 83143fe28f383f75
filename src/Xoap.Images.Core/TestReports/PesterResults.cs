using System.Collections.Immutable;
using System.Globalization;

namespace Xoap.Images.TestReports;

/// <summary>What a file of Pester tests said.</summary>
internal static class PesterResults
{
    public static ImmutableArray<TestResult> Read(FileRun run)
    {
        var report = PesterReport.Read(run.Report.Out);
        var prevented = report.Tests.Where(test => test.WasPrevented).ToList();
        var ordinals = new Ordinals();
        var results = new List<TestResult>();
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in report.Tests)
        {
            var id = TestId.Of(run.File, test.Path, test.Line, ordinals.Next(TestId.Of(run.File, test.Path, test.Line, 1)));
            if (test.Result == "NotRun")
            {
                leftOut.Add(id);
            }
            else
            {
                results.Add(Result(test, id, run.File, report));
            }
        }

        results.AddRange(report.Blocks
            .Where(block => !prevented.Exists(block.IsAround))
            .Select(block => Teardown(block, run.File, ordinals)));
        if (results.Count == 0 && leftOut.Count > 0 && run.Report.Exit == 0)
        {
            results.Add(run.Skipped("None of its tests was chosen."));
        }

        return (run with { Known = [.. run.Known.Where(test => !leftOut.Contains(test.Id))] }).Complete(results, Faults(report, run));
    }

    private static List<FileFault> Faults(PesterReport report, FileRun run)
    {
        var faults = new List<FileFault>();
        if (report.Container is not { } container)
        {
            if (run.Report.Exit is not null)
            {
                faults.Add(new($"Pester's report breaks off. The command ended with exit code {run.Report.Exit}."));
            }
        }
        else if (container.Errors.Length > 0 && !report.Tests.Any(test => IsPreventedByFile(test, report)))
        {
            faults.Add(new(Joined(container.Errors, error => error.Message), Line(container.Errors, run.File), Details(container.Errors, run.File)));
        }
        else if (container.Tests != report.Tests.Length)
        {
            faults.Add(new(string.Create(
                CultureInfo.InvariantCulture, $"Pester ran {container.Tests} tests, and the reports of {report.Tests.Length} arrived.")));
        }
        else if (container.Result == "Failed" && !report.Tests.Any(test => test.Result == "Failed") && report.Blocks.IsEmpty)
        {
            faults.Add(new("Pester says that the file failed, but not why."));
        }

        if (report.UnreadableLines > 0)
        {
            faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"{report.UnreadableLines} lines of Pester's report cannot be read.")));
        }

        return faults;
    }

    private static TestResult Result(PesterTest test, string id, TestFile file, PesterReport report)
    {
        var (message, errors) = test.WasPrevented ? Prevention(test, report) : (Reason(test), test.Errors);
        var state = test.Result switch
        {
            "Passed" => TestState.Passed,
            "Skipped" or "Inconclusive" => TestState.Skipped,
            _ => TestState.Failed,
        };
        var line = state == TestState.Failed ? Line(errors, file) : 0;
        return new TestResult(id, file.Path, line > 0 ? line : test.Line, test.Expanded, state, test.Duration)
        {
            Message = message,
            Details = state == TestState.Passed ? "" : Details(errors, file),
            Output = test.Output,
            Tags = test.Tags,
        };
    }

    private static string Reason(PesterTest test) => (test.Result, Joined(test.Errors, error => PlainReason(error.Message))) switch
    {
        ("Passed", _) => "",
        ("Skipped", "") => "It is marked as skipped.",
        ("Inconclusive", var reason) => reason.Length > 0 ? $"Inconclusive: {reason}" : "Inconclusive.",
        ("Failed" or "Skipped", var reason) => reason.Length > 0 ? reason : "It failed without saying why.",
        (var result, var reason) => $"Pester gave the unknown result '{result}'. {reason}".TrimEnd(),
    };

    /// <summary>Set-ItResult puts its own words before the reason.</summary>
    private static string PlainReason(string message)
    {
        string[] openings = ["is skipped, because ", "is inconclusive, because ", "is skipped", "is inconclusive"];
        var found = Array.Find(openings, opening => message.StartsWith(opening, StringComparison.Ordinal));
        return found is null ? message : message[found.Length..];
    }

    private static (string Message, ImmutableArray<PesterError> Errors) Prevention(PesterTest test, PesterReport report)
    {
        var blocks = report.Blocks.Where(block => block.IsAround(test) && block.Errors.Length > 0).ToList();
        if (IsPreventedByFile(test, report))
        {
            blocks.Add(new([], 0, report.Container!.Errors));
        }

        return blocks.Count == 0
            ? ("It did not run: a block around it failed, and the report does not say why.", [])
            : (string.Join('\n', blocks.Select(block => Failed("BeforeAll", block)).Distinct()),
                [.. blocks.SelectMany(block => block.Errors)]);
    }

    /// <summary>A BeforeAll outside of all blocks failed: Pester counts its errors among those of the file.</summary>
    private static bool IsPreventedByFile(PesterTest test, PesterReport report) =>
        test.WasPrevented && report.Container is { Errors.Length: > 0 } && !report.Blocks.Any(block => block.IsAround(test));

    private static TestResult Teardown(PesterBlock block, TestFile file, Ordinals ordinals)
    {
        string[] path = [.. block.Path, "AfterAll"];
        var line = Line(block.Errors, file);
        var id = TestId.Of(file, path, block.Line, ordinals.Next(TestId.Of(file, path, block.Line, 1)));
        return new TestResult(id, file.Path, line > 0 ? line : block.Line, [.. path], TestState.Failed, TimeSpan.Zero)
        {
            Message = Failed("AfterAll", block),
            Details = Details(block.Errors, file),
        };
    }

    private static string Failed(string part, PesterBlock block) =>
        $"{part} of {block.Name} failed: {Joined(block.Errors, error => error.Message)}";

    private static int Line(ImmutableArray<PesterError> errors, TestFile file) =>
        errors.Select(error => error.LineIn(file)).FirstOrDefault(line => line > 0);

    private static string Details(ImmutableArray<PesterError> errors, TestFile file) => Joined(errors, error => error.Details(file));

    /// <summary>As Pester writes several errors of one test.</summary>
    private static string Joined(ImmutableArray<PesterError> errors, Func<PesterError, string> text) => errors.Length == 1
        ? text(errors[0])
        : string.Join('\n', errors.Select((error, index) => string.Create(CultureInfo.InvariantCulture, $"[{index}] {text(error)}")));
}
