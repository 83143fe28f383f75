using System.Collections.Immutable;
using System.Globalization;

namespace Xoap.Images.TestReports;

/// <summary>What a command said that reports in the Test Anything Protocol.</summary>
internal static class TapResults
{
    public static ImmutableArray<TestResult> Read(FileRun run)
    {
        var document = TapDocument.Read(run.Report.Out);
        if (document is { Plan: { Count: 0, IsSkipped: true } plan, Points.Count: 0, BailOut: null })
        {
            return run.Complete([run.Skipped(plan.Reason)], []);
        }

        var results = new List<TestResult>();
        var faults = Add(document, [], run.File, new Ordinals(), results);
        return run.Complete(results, faults);
    }

    private static List<FileFault> Add(TapDocument document, ImmutableArray<string> path, TestFile file, Ordinals ordinals, List<TestResult> results)
    {
        var faults = TapFaults.Of(document, document.Points);
        foreach (var point in document.Points)
        {
            var directive = TapDirective.Parse(point.Text);
            var inner = path.Add(NameOf(point, directive));
            var before = results.Count;
            if (point.Subtests is { } subtests)
            {
                faults.AddRange(Add(subtests, inner, file, ordinals, results)
                    .Select(fault => fault with { Message = $"{string.Join(" > ", inner)}: {fault.Message}" }));
            }

            // A test that only sums up the tests within it is none of its own.
            var isSum = point.Subtests is not null && results.Skip(before).Any(result => point.Ok || result.State == TestState.Failed);
            if (!isSum)
            {
                var id = TestId.Of(file, inner, 0, ordinals.Next(TestId.Of(file, inner, 0, 1)));
                results.Add(Result(point, directive, id, inner, file));
            }
        }

        return faults;
    }

    private static string NameOf(TapPoint point, TapDirective directive) => directive.Name.Length > 0
        ? directive.Name
        : string.Create(CultureInfo.InvariantCulture, $"test {point.Number}").TrimEnd();

    private static TestResult Result(TapPoint point, TapDirective directive, string id, ImmutableArray<string> path, TestFile file)
    {
        var yaml = TapYaml.Read(point.Yaml);
        var state = directive.Kind switch
        {
            "todo" when !point.Ok => TestState.Skipped,
            "skip" when point.Ok => TestState.Skipped,
            _ => point.Ok ? TestState.Passed : TestState.Failed,
        };
        var comments = string.Join('\n', point.Comments).Trim('\n');
        return new TestResult(id, file.Path, TapPlace.Line(yaml, comments, file), path, state, yaml.Duration)
        {
            Message = state switch
            {
                TestState.Passed => "",
                TestState.Skipped when directive.Kind == "todo" => $"To do: {directive.Reason}".TrimEnd(' ', ':'),
                TestState.Skipped => directive.Reason,
                _ when yaml.Message.Length > 0 => yaml.Message,
                _ => comments.Length > 0 ? comments : "It failed without saying why.",
            },
            Details = state == TestState.Passed ? "" : string.Join('\n', point.Yaml),
            Output = string.Join('\n', state == TestState.Failed && yaml.Message.Length == 0 ? point.Output : [.. point.Output, .. point.Comments]),
        };
    }
}
