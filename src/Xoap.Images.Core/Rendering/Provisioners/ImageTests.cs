using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Tests in the guest: one archive into it, a run for each login, the results out of it, and nothing stays there.</summary>
internal static class ImageTests
{
    public const string PesterRunner = "RunPester.ps1";
    public const string Results = "results.txt";
    public const string Failed = "failed.txt";

    public static void Render(StepBlocks blocks)
    {
        var run = blocks.Step.TestRun!;
        blocks.MarkBy(StagedFile.FolderOf(blocks.Step));
        if (blocks.Draft.PosixGuest)
        {
            new LinuxTests(blocks, run).Write();
        }
        else
        {
            new WindowsTests(blocks, run).Write();
        }
    }

    /// <summary>The variable by which scripts know the folder of the run in the guest, of which there may be several at once.</summary>
    public const string Folder = "XOAP_TESTS";

    /// <summary>One archive: over WinRM each file would take a second or more.</summary>
    public static void Upload(StepBlocks blocks, TestRun run, string folder)
    {
        var tests = run.Tests.SelectMany(test => test.Sources.SelectMany(source => source.Files)
            .Select(file => new ArchivedFile("files/" + test.Test.GuestPath(file.Path.Replace('\\', '/')), file.Path)));
        var tools = run.Tools.SelectMany(tool => tool.Source.Files.Select(file => new ArchivedFile($"{tool.GuestFolder}/{file.RelativePath}", file.Path)));
        var ending = blocks.Draft.PosixGuest ? ".tar.gz" : ".zip";
        var archive = RenderedFile.Archive(StagedFile.FolderOf(blocks.Step) + blocks.Step.FileName + ending, [.. tests.Concat(tools).DistinctBy(file => file.Name)]);
        FileTransfer.Transfer(blocks, blocks.Draft.Add(archive), InRun(folder, ending));
    }

    public static void Download(StepBlocks blocks, string folder)
    {
        blocks.MarkBy($"Downloading {folder}-");
        blocks.Write("file",
        [
            new HclEntry("direction", HclValue.Of("download")),
            new HclEntry("source", InRun(folder, "/" + Results)),
            new HclEntry("destination", HclValue.Variable(TemplateVariables.TestResults)),
        ]);
    }

    /// <summary>What tells scripts the folder of the run.</summary>
    /// <param name="more">What Packer hands over beside it, as <c>NAME=value</c>.</param>
    public static HclEntry Variables(string folder, params ImmutableArray<HclValue> more) => new(
        "environment_vars",
        new HclValue.List([new HclValue.Template([new HclValue.Text($"{Folder}={folder}-"), HclValue.Variable(TemplateVariables.TestRun)]), .. more]));

    private static HclValue.Template InRun(string folder, string rest) =>
        new([new HclValue.Text(folder + "-"), HclValue.Variable(TemplateVariables.TestRun), new HclValue.Text(rest)]);

    /// <summary>What the guest's runner is told of each file, five words for each.</summary>
    public static IEnumerable<string> Words(IEnumerable<PlannedTest> tests) => tests.SelectMany(test => new[]
    {
        Number(test),
        test.Test.Framework.ToString(),
        Math.Ceiling(test.Test.Timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        test.Test.Results ?? "",
        test.Test.GuestPath(test.Test.Path),
    });

    public static string Number(PlannedTest test) => test.Number.ToString("000", CultureInfo.InvariantCulture);

    public static bool HasPester(TestRun run) => run.Tests.Any(test => test.Test.Framework == TestFramework.Pester);

    /// <summary>The suffix of a run's script: the first of several has a number too.</summary>
    public static string Suffix(int index, int count) => count == 1 ? "" : "-" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
