using System.Collections.Immutable;
using Xoap.Images.History;
using Xoap.Images.Running;
using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>The record of one start of an image, which has a folder of its own in the state folder.</summary>
internal sealed class BootRecord
{
    private readonly string _folder;
    private readonly TimeProvider _time;
    private TestRecord _record;

    private BootRecord(string folder, TestRecord record, TimeProvider time) => (_folder, _record, _time) = (folder, record, time);

    public string RunId => _record.RunId;

    public string LogPath => Path.Combine(_folder, "packer.log");

    public string TemporaryFolder { get; private init; } = "";

    /// <summary>Takes a folder, and keeps the template there.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public static BootRecord Begin(TestBootRequest request)
    {
        var id = Guid.NewGuid().ToString("N");
        var record = new TestRecord
        {
            Schema = TestRecord.CurrentSchema,
            Image = request.Plan.ImageName,
            Builder = request.Builder,
            Version = request.Version,
            Status = RunStatus.Running,
            RunId = id,
            Started = request.Time.GetUtcNow(),
            Host = Environment.MachineName,
            ProcessId = Environment.ProcessId,
            PackerVersion = request.Packer.Version.ToString(),
            SdkVersion = SdkVersion.Text,
            Tests = [],
            LeftBehind = [],
            TemporaryFolder = Running.TemporaryFolder.PathOf(id),
        };
        var folder = new TestHistory(request.Options.StateDirectory).Take(record.Image, record.Builder, record.Version);
        TestHistory.Write(folder, record);
        File.Copy(Path.Combine(request.RenderedFolder, request.Rendered.Template), Path.Combine(folder, request.Rendered.Template), overwrite: true);
        return new BootRecord(folder, record, request.Time) { TemporaryFolder = record.TemporaryFolder };
    }

    /// <summary>Packer's processes, so that a later run finds them when this one is killed.</summary>
    public void AddGroup(int group)
    {
        _record = _record with { ProcessGroup = group };
        try
        {
            TestHistory.Write(_folder, _record);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            // Packer is at work, and nobody else would end it: the last word of the record tells the fault.
        }
    }

    /// <param name="error">Why it did not succeed, or null.</param>
    /// <param name="keepsTemporary">The temporary folder stays, since something runs from it.</param>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public void End(RunStatus status, BootResults results, string? error, ImmutableArray<string> left, bool keepsTemporary) => TestHistory.Write(_folder, _record with
    {
        Status = status,
        Ended = _time.GetUtcNow(),
        Passed = results.Count(TestState.Passed),
        Failed = results.Count(TestState.Failed),
        Skipped = results.Count(TestState.Skipped),
        Tests = RecordedTest.Of(results.All),
        Error = error,
        LeftBehind = left,
        TemporaryFolder = keepsTemporary ? TemporaryFolder : null,
    });
}
