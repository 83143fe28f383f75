using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Running;

namespace Xoap.Images.Tests.Running;

/// <summary>Faults that the real Packer cannot be made to show.</summary>
public class FakePackerTests
{
    internal static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "FakePacker", new DirectoryInfo(AppContext.BaseDirectory).Name, "FakePacker"));

    [Theory]
    [InlineData("crash", "XIMG4020", "Packer crashed")]
    [InlineData("silent", "XIMG4020", "exit code 7")]
    [InlineData("garbage", "XIMG4020", "exit code 1")]
    [InlineData("no manifest", "XIMG4030", "it was not written")]
    [InlineData("half manifest", "XIMG4030", "not the JSON that was expected")]
    [InlineData("lie", "XIMG4030", "/nowhere/disk.txt")]
    public async Task A_fault_is_one_error_that_names_it(string fault, string code, string part)
    {
        using var run = Faulty(fault);
        var result = await run.BuildAsync();
        var error = Assert.Single(result.Diagnostics);
        Assert.Equal((RunStatus.Failed, code), (result.Status, error.Code));
        Assert.Contains(part, error.Message);
        Assert.Equal(RunStatus.Failed, run.Record().Status);
        Assert.Empty(run.Images());
        Assert.Empty(run.Alive());
    }

    [Fact]
    public async Task Packer_that_does_not_end_when_asked_is_killed_with_all_its_processes()
    {
        using var run = Faulty("deaf");
        run.StopTimeout = TimeSpan.FromSeconds(1);
        var result = await run.CancelInAsync("second");
        Assert.Equal(RunStatus.Stopped, result.Status);
        Assert.Empty(run.Alive());
    }

    [Fact]
    public async Task A_timeout_that_Packer_does_not_mention_is_recognised_by_its_length()
    {
        using var run = new ARun { Packer = Program }.Step("first", "true", timeout: "1s");
        run.Environment["FAKE_PACKER"] = "silent timeout";
        var error = Assert.Single((await run.BuildAsync()).Diagnostics);
        Assert.Equal(("XIMG4021", "first"), (error.Code, error.Origin.Name));
    }

    [Fact]
    public async Task Several_files_stay_together_in_a_folder()
    {
        using var run = Faulty("two files");
        var result = await run.BuildAsync();
        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal(["web-v1"], run.Images());
        Assert.Equal(
            [run["images/local/web-v1/disk.txt"], run["images/local/web-v1/disk-1.txt"]],
            result.Manifest!.Artifacts.Select(artifact => artifact.Path));
        Assert.True(UpToDate.Check(
            run.Request().Plan, run.Newest(), DateTimeOffset.UtcNow, false, run["state"], run.OutputDirectory).UpToDate);
    }

    [Theory]
    [InlineData("chatter")]
    [InlineData("one endless line")]
    public async Task A_hundred_megabytes_are_logged_in_bounded_memory(string fault)
    {
        using var run = Faulty(fault);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;

        // What is alive counts: how long garbage lies about depends on the machine.
        using var timer = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)), null, 0, 100);
        var result = await run.BuildAsync();
        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.True(new FileInfo(result.LogPath!).Length > 100_000_000);
        Assert.InRange(peak - before, long.MinValue, 64 * 1024 * 1024);
    }

    [Fact]
    public async Task A_pipe_that_somebody_holds_open_does_not_hold_the_build()
    {
        using var run = Faulty("held pipe");
        var start = TimeProvider.System.GetTimestamp();
        Assert.Equal(RunStatus.Failed, (await run.BuildAsync()).Status);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 15);
    }

    [Fact]
    public async Task Plugins_are_fetched_by_a_Packer_that_can()
    {
        using var run = Faulty("two files");
        run.PackerVersion = "1.11.2";
        Assert.Equal(RunStatus.Succeeded, (await run.BuildAsync()).Status);
        Assert.Contains("Installed plugin", run.Log());
    }

    [Theory]
    [InlineData("Packer v1.6.6", "1.6.6", null)]
    [InlineData("Packer v1.14.0-dev (abc)", "1.14.0", null)]
    [InlineData("usage: packer wordlist", null, "XIMG4011")]
    [InlineData("", null, "XIMG4011")]
    public async Task The_version_is_asked_once(string said, string? expected, string? code)
    {
        using var run = Faulty("");
        run.Environment["FAKE_PACKER_VERSION"] = said;
        var bag = new DiagnosticBag();
        var version = await PackerVersion.ReadAsync(Program, run.Environment, bag, TimeProvider.System, CancellationToken.None);
        Assert.Equal(expected, version?.Version.ToString());
        Assert.Equal(code, bag.SingleOrDefault()?.Code);

        run.Environment["FAKE_PACKER_VERSION"] = "Packer v9.9.9";
        var again = await PackerVersion.ReadAsync(Program, run.Environment, [], TimeProvider.System, CancellationToken.None);
        Assert.Equal(expected ?? "9.9.9", again!.Version.ToString());
    }

    [Fact]
    public async Task Packer_that_is_missing_is_a_diagnostic_that_says_how_to_install_it()
    {
        using var run = Faulty("");
        var bag = new DiagnosticBag();
        Assert.Null(await PackerVersion.ReadAsync("no-such-packer", run.Environment, bag, TimeProvider.System, CancellationToken.None));
        Assert.Equal("XIMG4010", Assert.Single(bag).Code);
        Assert.Contains("apt-get install packer", bag.Single().Message);
    }

    private static ARun Faulty(string fault)
    {
        var run = new ARun { Packer = Program }.Step("first", "true").Step("second", "true");
        run.Environment["FAKE_PACKER"] = fault;
        return run;
    }
}
