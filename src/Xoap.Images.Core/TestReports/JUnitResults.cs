using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Xoap.Images.TestReports;

/// <summary>What a command said that reports in JUnit's XML.</summary>
internal static class JUnitResults
{
    public static ImmutableArray<TestResult> Read(FileRun run)
    {
        // Commands like to say something before they report.
        var lines = run.Report.Out.SkipWhile(line => !line.TrimStart(' ', '\t', '\uFEFF').StartsWith('<'));
        var text = SafeXml.Of(string.Join('\n', lines).TrimStart(' ', '\t', '\uFEFF'));
        if (text.Length == 0)
        {
            return run.Complete([], [new(run.Report.Out.Count > 0 ? "The report is no XML." : "The command reported nothing.")]);
        }

        if (JUnitReport.Read(text, out var problem) is not { } report)
        {
            return run.Complete([], [new(problem)]);
        }

        var ordinals = new Ordinals();
        var results = report.Cases.Select(test => Result(test, run.File, ordinals)).ToList();
        var failed = results.Count(result => result.State == TestState.Failed);
        var counted = string.Create(
            CultureInfo.InvariantCulture, $"The report counts {report.Faults} failures and errors, and shows {failed} of them.");
        return run.Complete(results, report.Faults > failed ? [new(counted)] : []);
    }

    private static TestResult Result(JUnitCase test, TestFile file, Ordinals ordinals)
    {
        List<XElement> faults = [.. test.All("failure"), .. test.All("error")];
        var skipped = test.All("skipped").FirstOrDefault();
        var id = TestId.Of(file, test.Path, 0, ordinals.Next(TestId.Of(file, test.Path, 0, 1)));
        var state = faults.Count > 0 ? TestState.Failed : skipped is null ? TestState.Passed : TestState.Skipped;
        return new TestResult(id, file.Path, Line(test, file), test.Path, state, JUnitReport.Duration(test.Text("time")))
        {
            Message = state switch
            {
                TestState.Failed => string.Join('\n', faults.Select(Message)),
                TestState.Skipped => Words(skipped!),
                _ => "",
            },
            Details = string.Join('\n', faults.Select(fault => fault.Value.Trim())),
            Output = string.Join('\n', test.All("system-out").Concat(test.All("system-err")).Select(output => output.Value.Trim('\n'))),
        };
    }

    private static string Message(XElement fault) => Words(fault) is { Length: > 0 } words ? words
        : fault.Attribute("type")?.Value is { Length: > 0 } type ? type
        : "It failed without saying why.";

    private static string Words(XElement element) => element.Attribute("message")?.Value is { Length: > 0 } message ? message : element.Value.Trim();

    private static int Line(JUnitCase test, TestFile file)
    {
        var named = test.Text("file");
        return named[(named.LastIndexOfAny(['/', '\\']) + 1)..] == file.FileName
            && int.TryParse(test.Text("line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0;
    }
}
