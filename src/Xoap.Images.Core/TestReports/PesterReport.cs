using System.Collections.Immutable;
using System.Text.Json;

namespace Xoap.Images.TestReports;

/// <summary>What the runner of Pester says about one file: the objects of its lines.</summary>
internal sealed record PesterReport(
    ImmutableArray<PesterTest> Tests, ImmutableArray<PesterBlock> Blocks, PesterContainer? Container, int UnreadableLines)
{
    public static PesterReport Read(IEnumerable<string> lines)
    {
        var tests = ImmutableArray.CreateBuilder<PesterTest>();
        var blocks = ImmutableArray.CreateBuilder<PesterBlock>();
        PesterContainer? container = null;
        var unreadable = 0;
        foreach (var line in lines.Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            var json = JsonLine.Parse(line);
            switch (json?.Text("kind"))
            {
                case "test":
                    tests.Add(PesterTest.Read(json.Value));
                    break;
                case "block":
                    blocks.Add(new(json.Value.Texts("path"), json.Value.Line("line"), Errors(json.Value)));
                    break;
                case "container":
                    container = new(json.Value.Text("result"), (int)json.Value.Number("tests"), Errors(json.Value));
                    break;
                default:
                    unreadable++;
                    break;
            }
        }

        return new(tests.ToImmutable(), blocks.ToImmutable(), container, unreadable);
    }

    public static ImmutableArray<PesterError> Errors(JsonElement json) => [.. json.Many("errors").Select(PesterError.Read)];
}

/// <summary>An It.</summary>
/// <param name="Path">Names as written, from the outermost block.</param>
/// <param name="Expanded">The same with the values of its case.</param>
internal sealed record PesterTest(
    ImmutableArray<string> Path, ImmutableArray<string> Expanded, int Line, string Result, bool Executed, bool ShouldRun,
    TimeSpan Duration, ImmutableArray<string> Tags, string Output, ImmutableArray<PesterError> Errors)
{
    private const double LongestMilliseconds = 1e11;

    public static PesterTest Read(JsonElement json)
    {
        var path = json.Texts("path") is { IsEmpty: false } names ? names : [""];
        var expanded = json.Texts("expanded");
        return new(
            path, expanded.Length == path.Length ? expanded : path, json.Line("line"), json.Text("result"), json.Flag("executed"),
            json.Flag("shouldRun"), TimeSpan.FromMilliseconds(Math.Clamp(json.Number("ms"), 0, LongestMilliseconds)),
            json.Texts("tags"), json.Text("output"), PesterReport.Errors(json));
    }

    /// <summary>It was to run, and a block around it failed before.</summary>
    public bool WasPrevented => Result == "Failed" && !Executed && Errors.IsEmpty;
}

/// <summary>A Describe or Context with errors of its own: its BeforeAll or AfterAll failed.</summary>
/// <param name="Path">Empty for what stands outside of all blocks.</param>
internal sealed record PesterBlock(ImmutableArray<string> Path, int Line, ImmutableArray<PesterError> Errors)
{
    public string Name => Path.IsEmpty ? "the file" : $"'{Path[^1]}'";

    public bool IsAround(PesterTest test) => test.Path.Length > Path.Length && test.Path.AsSpan()[..Path.Length].SequenceEqual(Path.AsSpan());
}

/// <summary>The file as a whole.</summary>
/// <param name="Tests">How many objects of tests were written.</param>
internal sealed record PesterContainer(string Result, int Tests, ImmutableArray<PesterError> Errors);
