using System.Collections.Immutable;
using Xoap.Images.Running;
using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>The results of one start of an image: each is reported once, as soon as its file is through.</summary>
/// <param name="reported">Gets a result, and whether its file was run at all.</param>
internal sealed class BootResults(ImmutableArray<ListedFile> files, TimeProvider time, Action<TestResult, bool> reported)
{
    private const string Mark = "xoap-test ";

    /// <summary>Characters. A guest may write what it likes: no more than this of it is kept while it goes on.</summary>
    private const long MostLive = 16 * 1024 * 1024;

    private readonly GuestReport _report = new();
    private readonly HashSet<int> _ended = [];
    private readonly HashSet<int> _cut = [];
    private readonly List<TestResult> _results = [];
    private readonly DateTimeOffset _start = time.GetLocalNow();
    private readonly Dictionary<int, DateTimeOffset> _began = [];
    private long _characters;

    public IReadOnlyList<TestResult> All => _results;

    /// <summary>The guest got to the end of its tests.</summary>
    public bool IsComplete => _report.IsComplete;

    public int Count(TestState state) => _results.Count(result => result.State == state);

    /// <summary>A line of Packer's log; false when the tests have nothing to do with it.</summary>
    /// <param name="whole">False: it is the beginning of a longer one, and the results file has the rest.</param>
    public bool AddLive(string line, bool whole)
    {
        if (!line.Contains(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        if (!whole || line.Contains(MaskedName.OfPacker, StringComparison.Ordinal))
        {
            WaitForFile();
        }

        if (!whole)
        {
            return true;
        }

        Add(line);
        foreach (var file in files)
        {
            var report = _report.File(file.Test.Number);
            if (report.Started)
            {
                _began.TryAdd(file.Test.Number, time.GetLocalNow());
            }

            if (!_cut.Contains(file.Test.Number) && report.Ended)
            {
                End(file, "");
            }
        }

        return true;
    }

    /// <summary>The results file.</summary>
    public void Read(string path, Redactor redactor)
    {
        foreach (var line in GuestReportFile.Lines(path))
        {
            _report.Add(redactor.Redact(line));
        }
    }

    /// <summary>Nothing more comes: what has not run has failed.</summary>
    /// <param name="reason">A sentence.</param>
    public void Close(string reason)
    {
        foreach (var file in files)
        {
            End(file, reason);
        }
    }

    /// <summary>What is running now is reported when the results file is there.</summary>
    private void WaitForFile() => _cut.UnionWith(files.Where(file => !_report.File(file.Test.Number).Ended).Select(file => file.Test.Number));

    private void Add(string line)
    {
        _characters += line.Length;
        if (_characters < MostLive)
        {
            _report.Add(line);
        }
    }

    private void End(ListedFile file, string interruption)
    {
        if (!_ended.Add(file.Test.Number))
        {
            return;
        }

        var report = _report.File(file.Test.Number);
        var began = _began.GetValueOrDefault(file.Test.Number, _start);
        foreach (var result in TestTimes.Of(file.Results(_report, interruption), began, time.GetLocalNow()))
        {
            _results.Add(result);
            reported(result, report.Started || report.Ended);
        }
    }
}
