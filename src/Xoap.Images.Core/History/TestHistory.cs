using System.Globalization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.History;

/// <summary>The records of tests, each in the folder of the run that built the image.</summary>
internal sealed class TestHistory(string stateDirectory)
{
    /// <summary>The parent of the folders of a version's tests.</summary>
    public string FolderOf(string image, string builder, int version) =>
        Path.Combine(stateDirectory, image, builder, "runs", version.ToString(CultureInfo.InvariantCulture), "tests");

    /// <summary>Takes the next free folder for a run of tests.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public string Take(string image, string builder, int version)
    {
        var parent = FolderOf(image, builder, version);
        Directory.CreateDirectory(parent);
        for (var number = Numbers(parent).DefaultIfEmpty(0).Max() + 1; ; number++)
        {
            var folder = Path.Combine(parent, number.ToString(CultureInfo.InvariantCulture));
            if (TryTake(folder))
            {
                return folder;
            }
        }
    }

    /// <summary>Every run of tests of a variant that left a readable record.</summary>
    public IEnumerable<(string Folder, TestRecord Record)> Of(string image, string builder, DiagnosticBag bag)
    {
        var runs = Path.Combine(stateDirectory, image, builder, "runs");
        foreach (var run in Directory.Exists(runs) ? Directory.GetDirectories(runs) : [])
        {
            var tests = Path.Combine(run, "tests");
            foreach (var folder in Directory.Exists(tests) ? Directory.GetDirectories(tests) : [])
            {
                if (Read(folder, bag) is { } record)
                {
                    yield return (folder, record);
                }
            }
        }
    }

    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public static void Write(string folder, TestRecord record) => RecordFile.Write(PathIn(folder), record, HistoryJson.Records.TestRecord);

    private static TestRecord? Read(string folder, DiagnosticBag bag)
    {
        var path = PathIn(folder);
        return RecordFile.Whole(
            path, RecordFile.Read(path, HistoryJson.Records.TestRecord, bag), record => record is { IsWhole: true, Schema: TestRecord.CurrentSchema }, bag);
    }

    /// <summary>A file that only one of several processes can make.</summary>
    private static bool TryTake(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using var taken = new FileStream(Path.Combine(folder, ".taken"), FileMode.CreateNew, FileAccess.Write);
            return true;
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, ".taken")))
        {
            return false;
        }
    }

    private static IEnumerable<int> Numbers(string parent) => Directory.GetDirectories(parent)
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    private static string PathIn(string folder) => Path.Combine(folder, "test.json");
}
