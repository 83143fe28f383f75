namespace Xoap.Images.TestReports;

/// <summary>What the guest said about one test file so far.</summary>
/// <param name="number">Of the file in the plan, from 1.</param>
internal sealed class FileReport(int number)
{
    private readonly List<string> _out = [];
    private readonly List<string> _err = [];

    public int Number => number;

    public bool Started { get; private set; }

    /// <summary>What runs the file, such as <c>Bats 1.11.1</c>; empty when it did not start.</summary>
    public string Runner { get; private set; } = "";

    /// <summary>The framework's report.</summary>
    public IReadOnlyList<string> Out => _out;

    /// <summary>What the command wrote to its standard error.</summary>
    public IReadOnlyList<string> Err => _err;

    /// <summary>Why the file could not be run to its end; empty when it could.</summary>
    public string Fail { get; private set; } = "";

    /// <summary>Why nothing runs as whom the file wants to; empty when it does.</summary>
    public string Refused { get; private set; } = "";

    public long? Exit { get; private set; }

    /// <summary>Nothing more comes.</summary>
    public bool Ended => Exit is not null || Fail.Length > 0 || Refused.Length > 0;

    public void Add(string kind, string text)
    {
        switch (kind)
        {
            case "begin":
                (Started, Runner) = (true, text);
                break;
            case "out":
                _out.Add(text);
                break;
            case "err":
                _err.Add(text);
                break;
            case "fail" when text.Length > 0:
                Fail = text;
                break;
            case "refused":
                Refused = text;
                break;
            case "exit" when long.TryParse(text, out var code):
                Exit = code;
                break;
            default:
                break;
        }
    }

    /// <summary>The fuller one of two reports about the same file; the later one when they are equal.</summary>
    public static FileReport Fuller(FileReport earlier, FileReport later) =>
        earlier.Rank.CompareTo(later.Rank) > 0 ? earlier : later;

    private (bool, int) Rank => (Ended, _out.Count);
}
