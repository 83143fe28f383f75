using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.History;

public class RunHistoryTests
{
    private static readonly BuildPlan Plan = APlan.Of(("step Install: Command", "apt \"get\" <ü>"));

    [Fact]
    public void Every_part_of_image_json_is_read()
    {
        var written = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Filled.Of<ImageManifest>(), HistoryJson.Records.ImageManifest);

        var read = ImageManifestJson.Read(written);

        Assert.Equal(written, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(read, HistoryJson.Records.ImageManifest));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        using var folder = new TempFolder();
        var history = new RunHistory(folder.Path);
        var manifest = APlan.Success(Plan, new ImageArtifact("web-v1.qcow2", "/a/web-v1.qcow2", "../a", 3, "ff", APlan.Noon));
        history.Write(manifest);
        var record = APlan.Run(Plan, 7, RunStatus.Failed);
        RunHistory.Write(history.RunFolder(record), record);

        var bag = new DiagnosticBag();
        var newest = history.Newest("web", "local", bag)!;
        Assert.Equal(manifest.Inputs.ToArray(), newest.Inputs.ToArray());
        Assert.Equal(manifest.Artifacts.ToArray(), newest.Artifacts.ToArray());
        Assert.Equal(record.Steps.ToArray(), history.Runs("web", "local", bag).Single().Record.Steps.ToArray());
        Assert.Equal(folder[Path.Combine("web", "local", "runs", "7")], history.Runs("web", "local", bag).Single().Folder);
        Assert.Empty(bag);
    }

    [Fact]
    public void Nothing_yet_is_no_problem()
    {
        using var folder = new TempFolder();
        var bag = new DiagnosticBag();
        Assert.Null(new RunHistory(folder["state"]).Newest("web", "local", bag));
        Assert.Empty(new RunHistory(folder["state"]).Runs("web", "local", bag));
        Assert.Empty(bag);
        Assert.False(Directory.Exists(folder["state"]));
    }

    [Fact]
    public void Every_half_of_a_record_counts_as_absent_and_is_named()
    {
        using var folder = new TempFolder();
        var history = new RunHistory(folder.Path);
        history.Write(APlan.Success(Plan, new ImageArtifact("x", "/x")));
        var path = folder["web/local/image.json"];
        var whole = File.ReadAllText(path).TrimEnd();
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllText(path, whole[..length]);
            AssertUnreadable(history, path);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("\0\0\0\0")]
    [InlineData("{ \"schema\": 1e99 }")]
    public void Garbage_counts_as_absent_and_is_named(string garbage)
    {
        using var folder = new TempFolder();
        var path = folder.Write("web/local/image.json", garbage);
        AssertUnreadable(new RunHistory(folder.Path), path);
    }

    [Theory]
    [InlineData("\"artifacts\": [", "\"artifacts\": [ null,")]
    [InlineData("\"inputs\": [", "\"inputs\": [ null,")]
    [InlineData("\"inputs\": [", "\"inputs\": null, \"x\": [")]
    [InlineData("\"image\": \"web\"", "\"image\": null")]
    [InlineData("\"label\": \"step Install: Command\"", "\"label\": null")]
    [InlineData("\"version\": 1", "\"version\": \"one\"")]
    [InlineData("\"schema\": 1", "\"schema\": 2")]
    public void A_record_with_holes_counts_as_absent_and_is_named(string part, string hole)
    {
        using var folder = new TempFolder();
        var history = new RunHistory(folder.Path);
        history.Write(APlan.Success(Plan, new ImageArtifact("x", "/x")));
        var path = folder["web/local/image.json"];
        var text = File.ReadAllText(path);
        Assert.Contains(part, text);
        File.WriteAllText(path, text.Replace(part, hole));
        AssertUnreadable(history, path);
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        using var folder = new TempFolder();
        var history = new RunHistory(folder.Path);
        var record = APlan.Run(Plan, 1, RunStatus.Succeeded);
        RunHistory.Write(folder["web/local/runs/1"], record);
        var path = folder["web/local/runs/1/run.json"];
        var whole = File.ReadAllBytes(path);
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var broken = (byte[])whole.Clone();
            for (var change = 0; change < 3; change++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, broken);
            var bag = new DiagnosticBag();
            var runs = history.Runs("web", "local", bag);
            Assert.True(runs.Count == 1 || bag.Count == 1, Encoding.UTF8.GetString(broken));
        }
    }

    private static void AssertUnreadable(RunHistory history, string path)
    {
        var bag = new DiagnosticBag();
        Assert.Null(history.Newest("web", "local", bag));
        var diagnostic = Assert.Single(bag);
        Assert.Equal("XIMG4502", diagnostic.Code);
        Assert.Contains(path, diagnostic.Message, StringComparison.Ordinal);
    }
}
