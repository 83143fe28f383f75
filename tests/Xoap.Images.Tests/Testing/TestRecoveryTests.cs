using System.Diagnostics;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Running;
using Xoap.Images.Testing;
using Xoap.Images.Tests.History;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Testing;

public class TestRecoveryTests
{
    [Fact]
    public async Task What_a_killed_run_of_tests_left_is_put_in_order_once()
    {
        using var folder = new TempFolder();
        var record = Record(processId: Dead());
        var taken = new TestHistory(folder["state"]).Take("web", "local", 3);
        using (new TemporaryFolder(record.TemporaryFolder!))
        {
            TestHistory.Write(taken, record);
            var problem = Assert.Single(await RecoverAsync(folder));
            Assert.Equal("XIMG5456", problem.Code);
            Assert.Contains("'web-v3'", problem.Message);
            Assert.False(Directory.Exists(record.TemporaryFolder));
        }

        var (_, after) = Assert.Single(new TestHistory(folder["state"]).Of("web", "local", []));
        Assert.Equal((RunStatus.Failed, "The run was killed."), (after.Status, after.Error));
        Assert.Empty(await RecoverAsync(folder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_lives_or_is_over_is_left_alone(bool alive)
    {
        using var folder = new TempFolder();
        var record = alive ? Record(Environment.ProcessId) : Record(Dead()) with { Status = RunStatus.Succeeded };
        TestHistory.Write(new TestHistory(folder["state"]).Take("web", "local", 3), record);
        Assert.Empty(await RecoverAsync(folder));
    }

    [Fact]
    public void Every_run_of_tests_has_a_folder_of_its_own()
    {
        using var folder = new TempFolder();
        var history = new TestHistory(folder["state"]);
        string[] taken = [.. Enumerable.Range(0, 20).AsParallel().Select(_ => history.Take("web", "local", 3))];
        Assert.Equal(20, taken.Distinct().Count());
    }

    private static async Task<Diagnostic[]> RecoverAsync(TempFolder folder)
    {
        var bag = new DiagnosticBag();
        await TestRecovery.RunAsync(folder["state"], APlan.Of(), TimeSpan.FromSeconds(1), TimeProvider.System, bag);
        return [.. bag];
    }

    private static int Dead()
    {
        using var process = Process.Start("true");
        process.WaitForExit();
        return process.Id;
    }

    private static TestRecord Record(int processId)
    {
        var id = Guid.NewGuid().ToString("N");
        return new TestRecord
        {
            Schema = TestRecord.CurrentSchema,
            Image = "web",
            Builder = "local",
            Version = 3,
            Status = RunStatus.Running,
            RunId = id,
            Started = APlan.Noon,
            Host = Environment.MachineName,
            ProcessId = processId,
            PackerVersion = "1.6.6",
            SdkVersion = "0.1.0",
            Tests = [],
            LeftBehind = [],
            TemporaryFolder = TemporaryFolder.PathOf(id),
        };
    }
}
