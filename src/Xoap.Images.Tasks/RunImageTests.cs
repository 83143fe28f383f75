using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Running;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Testing;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tasks;

/// <summary>Runs the tests of a project where VSTest's target is what <c>dotnet test</c> calls: a failed test is an error at its line.</summary>
[MSBuildMultiThreadableTask]
public sealed class RunImageTests : ImageTask
{
    /// <summary>The tests.json of ResolveImageTests.</summary>
    [Required]
    public string TestsFile { get; set; } = "";

    /// <summary>What <c>--filter</c> says.</summary>
    public string Filter { get; set; } = "";

    /// <summary>Whether the tests shall only be shown.</summary>
    public bool ListTests { get; set; }

    /// <summary>What <c>--logger</c> says, each with its settings.</summary>
    public string[] Loggers { get; set; } = [];

    /// <summary>What <c>--verbosity</c> says.</summary>
    public string Verbosity { get; set; } = "";

    /// <summary>What <c>--results-directory</c> says; empty: TestResults beside the project.</summary>
    public string ResultsDirectory { get; set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var options = TestRunOptions.Read(File.ReadAllText(TestsFile));
        // What is wrong with the command line was told before the build.
        var folder = Path.GetFullPath(ResultsDirectory.Length > 0 ? ResultsDirectory : "TestResults", Path.GetDirectoryName(ProjectFile)!);
        var loggers = TestLoggers.Of(Loggers, Verbosity, folder, ProjectFile, []);
        var filter = Filter.Length > 0 && TestFilter.TryParse(Filter, out var asked, out _) ? asked : null;
        using var tests = new ImageTests(options, BuildEnvironment.Variables(), TimeProvider.System);
        var variants = tests.List();
        if (variants.IsEmpty)
        {
            Log.LogMessage(MessageImportance.High, "{0}", TestWords.NoTests(options));
            return;
        }

        var wanted = new WantedTests(filter, variants);
        if (ListTests)
        {
            List(variants, wanted);
            if (TestWords.LeftOut(options) is { } left)
            {
                Log.LogMessage(MessageImportance.High, "{0}", TestWords.Of(left));
            }
            return;
        }

        var started = DateTimeOffset.Now;
        var summary = new TestSummary(Log, BuildEngine);
        var results = new GatheredResults(variants[0].Plan.ImageName, started);
        tests.RunAsync(variants, wanted.Takes, Show, cancellationToken).GetAwaiter().GetResult();
        var ended = DateTimeOffset.Now;
        if (results.Total == 0 && filter is not null)
        {
            Log.LogMessage(MessageImportance.High, "{0}", TestWords.NoMatch(Filter, ProjectFile));
            return;
        }

        summary.Write(results, variants[0].Plan.ImageName, ended - started);
        var report = results.Report(ended);
        foreach (var file in loggers.Reports)
        {
            Write(file, report, diagnostics);
        }

        void Show(TestProgress what)
        {
            switch (what)
            {
                case TestProgress.Ended { Variant: var variant, Result: var result, Ran: var ran } when wanted.Takes(variant, result.Test):
                    results.Add(variant, result);
                    summary.Show(variants.Length > 1 ? variant : null, result, ran, loggers.Detail);
                    if (result.State == TestState.Failed && ran)
                    {
                        diagnostics.Add(TestingDiagnostics.TestFailed(result.Origin, TestNames.Display(result.Path), WithDetails(result)));
                    }

                    break;
                case TestProgress.Noticed noticed:
                    diagnostics.Add(noticed.Problem);
                    break;
                default:
                    if (TestWords.Of(what) is { } words)
                    {
                        Log.LogMessage(MessageImportance.High, "{0}", words);
                    }

                    break;
            }
        }
    }

    /// <summary>What a file as a whole says needs what its command said.</summary>
    private static string WithDetails(TestResult result) =>
        result.Line == 0 && result.Details.Length > 0 ? $"{result.Message} It said: {result.Details.Trim().ReplaceLineEndings("; ")}" : result.Message;

    private void List(IReadOnlyCollection<VariantTests> variants, WantedTests wanted)
    {
        var names =
            from variant in variants
            from test in variant.Files.SelectMany(file => file.Tests)
            where wanted.Takes(variant.Name, test)
            select TestNames.FullyQualified(test) + (variants.Count > 1 ? $" [{variant.Name}]" : "");
        string[] all = [.. names];
        Log.LogMessage(MessageImportance.High, "{0}", all.Length == 0 && Filter.Length > 0
            ? TestWords.NoMatch(Filter, ProjectFile)
            : "The following Tests are available:");
        foreach (var name in all)
        {
            Log.LogMessage(MessageImportance.High, "    {0}", name);
        }
    }

    private void Write(TestReportFile file, TestReport report, DiagnosticBag diagnostics)
    {
        try
        {
            file.Write(report);
            Log.LogMessage(MessageImportance.High, "Results File: {0}", file.Path);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            diagnostics.Add(TestingDiagnostics.ReportNotWritten(Origin.Project, file.Path, problem.Message));
        }
    }
}
