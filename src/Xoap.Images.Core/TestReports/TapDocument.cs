namespace Xoap.Images.TestReports;

/// <summary>A report in the Test Anything Protocol, versions 12 to 14.</summary>
internal sealed class TapDocument
{
    private const string Indent = "    ";
    private const int DeepestSubtest = 20;

    private readonly List<TapPoint> _points = [];
    private readonly List<string> _output = [];
    private List<string> _indented = [];
    private bool _inYaml;

    public IReadOnlyList<TapPoint> Points => _points;

    public TapPlan? Plan { get; private set; }

    /// <summary>Why the tests gave up; null when they did not.</summary>
    public string? BailOut { get; private set; }

    /// <summary>What came after the last test and is not TAP.</summary>
    public IReadOnlyList<string> Rest => _output;

    public static TapDocument Read(IEnumerable<string> lines) => Read(lines, 0);

    private static TapDocument Read(IEnumerable<string> lines, int depth)
    {
        var document = new TapDocument();
        foreach (var line in lines)
        {
            document.Add(line, depth);
        }

        document.TakeSubtests(depth);
        return document;
    }

    private void Add(string line, int depth)
    {
        if (line.StartsWith(Indent, StringComparison.Ordinal) && !_inYaml)
        {
            _indented.Add(line[Indent.Length..]);
        }
        else if (TapPoint.Parse(line) is { } point)
        {
            _inYaml = false;
            var number = point.Number ?? (_points.Count == 0 ? 1 : _points[^1].Number + 1);
            _points.Add(point with { Number = number, Subtests = TakeSubtests(depth), Output = [.. _output] });
            _output.Clear();
        }
        else if (TapPlan.Parse(line) is { } plan)
        {
            _inYaml = false;
            Plan ??= plan;
        }
        else if (line.StartsWith("Bail out!", StringComparison.OrdinalIgnoreCase))
        {
            _inYaml = false;
            BailOut ??= line["Bail out!".Length..].Trim();
        }
        else if (_points.Count > 0 && (_inYaml || line.TrimEnd() == "  ---"))
        {
            AddYaml(line);
        }
        else if (line.StartsWith('#'))
        {
            AddComment(line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line[1..]);
        }
        else if (!IsPragma(line))
        {
            _output.Add(line);
        }
    }

    private void AddYaml(string line)
    {
        if (_inYaml && line.TrimEnd() != "  ...")
        {
            _points[^1].Yaml.Add(line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line);
        }

        _inYaml = line.TrimEnd() != "  ...";
    }

    private void AddComment(string text)
    {
        if (_points.Count > 0 && _indented.Count == 0)
        {
            _points[^1].Comments.Add(text);
        }
        else if (!text.StartsWith("Subtest", StringComparison.Ordinal))
        {
            _output.Add(text);
        }
    }

    /// <summary>Indented lines stand before the test that they belong to; without a test in them they are only output.</summary>
    private TapDocument? TakeSubtests(int depth)
    {
        var lines = _indented;
        _indented = [];
        if (depth < DeepestSubtest && lines.Exists(line => TapPoint.Parse(line) is not null))
        {
            return Read(lines, depth + 1);
        }

        _output.AddRange(lines.Select(line => Indent + line));
        return null;
    }

    private static bool IsPragma(string line) =>
        line.StartsWith("TAP version ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("pragma ", StringComparison.Ordinal);
}
