using System.Diagnostics;
using Xoap.Images.History;

namespace Xoap.Images.Tests.Running;

public class KilledHostTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(700)]
    public async Task A_killed_build_is_put_in_order_by_the_next_one(int delay)
    {
        using var run = new ARun().Step("first", "true");
        await KillAsync(run, delay);

        var result = await run.BuildAsync();
        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal("XIMG4040", Assert.Single(result.Diagnostics).Code);
        Assert.Equal((RunStatus.Failed, "The build was killed."), (run.Record(1).Status, run.Record(1).Error));
        Assert.Equal(["web-v2.txt"], run.Images());
        Assert.Empty(run.Alive());
        Assert.False(Directory.Exists(run.Record(1).TemporaryFolder));
    }

    /// <summary>Builds in a process of its own and kills it some time after the run was recorded.</summary>
    private static async Task KillAsync(ARun run, int delay)
    {
        var start = new ProcessStartInfo(FakePackerTests.Program, ["host", run["."]]);
        start.Environment["XDG_CACHE_HOME"] = run["cache"];
        using var host = Process.Start(start)!;
        while (!File.Exists(run["state/web/local/runs/1/run.json"]))
        {
            Assert.False(host.HasExited);
            await Task.Delay(10);
        }

        await Task.Delay(delay);
        host.Kill();
        await host.WaitForExitAsync();
    }
}
