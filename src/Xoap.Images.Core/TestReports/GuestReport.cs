using System.Globalization;

namespace Xoap.Images.TestReports;

/// <summary>
/// What a run of tests in a guest reports, line by line: from its results file, from the log of the boot while it goes on, or first from
/// the one and then from the other. Lines of other origin are passed over. How long a line may be is up to who reads it.
/// </summary>
internal sealed class GuestReport
{
    private const string Mark = "xoap-test ";

    private readonly Dictionary<int, FileReport> _current = [];
    private readonly Dictionary<int, FileReport> _fullest = [];

    /// <summary>The guest said that nothing more comes.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Where the tests lie in the guest, with a separator at its end; empty when it is not known.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>What is known of a file; an empty report when nothing is.</summary>
    public FileReport File(int number)
    {
        var current = _current.GetValueOrDefault(number) ?? new FileReport(number);
        return _fullest.TryGetValue(number, out var fullest) ? FileReport.Fuller(fullest, current) : current;
    }

    public void Add(string line)
    {
        if (Parse(line) is not var (number, kind, text))
        {
            return;
        }

        if (number == 0)
        {
            IsComplete |= kind == "end";
            Folder = kind == "folder" ? text : Folder;
            return;
        }

        // A step that Packer tries again, and the results file after the log, begin a file anew.
        if (kind == "begin" && _current.Remove(number, out var before))
        {
            _fullest[number] = _fullest.TryGetValue(number, out var fullest) ? FileReport.Fuller(fullest, before) : before;
        }

        if (!_current.TryGetValue(number, out var report))
        {
            _current[number] = report = new FileReport(number);
        }

        report.Add(kind, text);
    }

    private static (int Number, string Kind, string Text)? Parse(string line)
    {
        var start = line.IndexOf(Mark, StringComparison.Ordinal);
        if (start < 0 || !IsPrefix(line.AsSpan(0, start)))
        {
            return null;
        }

        var rest = line.AsSpan(start + Mark.Length).TrimEnd("\r\n");
        var end = rest.IndexOf(' ');
        if (end <= 0 || !int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        rest = rest[(end + 1)..];
        end = rest.IndexOf(' ');
        return end < 0 ? (number, rest.ToString(), "") : (number, rest[..end].ToString(), rest[(end + 1)..].ToString());
    }

    /// <summary>Nothing, or what Packer puts before a line: a command that is shown in the log and only mentions the mark is no report.</summary>
    private static bool IsPrefix(ReadOnlySpan<char> prefix)
    {
        var text = prefix.Trim(" \t\uFEFF");
        return text.IsEmpty || text[^1] == ':';
    }
}
