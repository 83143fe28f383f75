using System.Globalization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.History;

/// <summary>The records of past and present runs in the state folder; docs/records.md shows its layout.</summary>
internal sealed class RunHistory(string stateDirectory)
{
    private const string QueuedPrefix = "queued-";

    public string StateDirectory { get; } = Path.GetFullPath(stateDirectory);

    public string FolderOf(string image, string builder) => Path.Combine(StateDirectory, image, builder);

    /// <summary>The newest success of a variant, or null.</summary>
    public ImageManifest? Newest(string image, string builder, DiagnosticBag bag)
    {
        var path = ManifestPath(image, builder);
        return RecordFile.Whole(
            path, RecordFile.Read(path, ImageManifestJson.Read, bag), manifest => manifest is { IsWhole: true, Schema: ImageManifest.CurrentSchema }, bag);
    }

    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public void Write(ImageManifest manifest) =>
        RecordFile.Write(ManifestPath(manifest.Image, manifest.Builder), manifest, HistoryJson.Records.ImageManifest);

    /// <summary>Every run that left a readable record, queued ones included, oldest version first.</summary>
    public IReadOnlyList<RecordedRun> Runs(string image, string builder, DiagnosticBag bag)
    {
        var folder = Path.Combine(FolderOf(image, builder), "runs");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var runs = new List<RecordedRun>();
        foreach (var run in Directory.EnumerateDirectories(folder))
        {
            if (Read(run, bag) is { } record)
            {
                runs.Add(new RecordedRun(run, record));
            }
        }

        return [.. runs.OrderBy(run => run.Record.Version ?? int.MaxValue).ThenBy(run => run.Folder, StringComparer.Ordinal)];
    }

    public static RunRecord? Read(string folder, DiagnosticBag bag)
    {
        var path = Path.Combine(folder, "run.json");
        return RecordFile.Whole(
            path, RecordFile.Read(path, HistoryJson.Records.RunRecord, bag), record => record is { IsWhole: true, Schema: RunRecord.CurrentSchema }, bag);
    }

    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public static void Write(string folder, RunRecord record) =>
        RecordFile.Write(Path.Combine(folder, "run.json"), record, HistoryJson.Records.RunRecord);

    /// <summary>Removes the record of a run that never began.</summary>
    public static void Forget(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            // A later build tries again.
        }
    }

    /// <summary>The folder of a run: its version's, or one of its own while it is queued.</summary>
    public string RunFolder(RunRecord record) => Path.Combine(
        FolderOf(record.Image, record.Builder),
        "runs",
        record.Version?.ToString(CultureInfo.InvariantCulture) ?? QueuedPrefix + record.RunId);

    public string ManifestPath(string image, string builder) => Path.Combine(FolderOf(image, builder), "image.json");
}

/// <summary>A run and where its record stands.</summary>
internal sealed record RecordedRun(string Folder, RunRecord Record);
