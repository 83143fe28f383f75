using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Running;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.Testing;

public class TestBootTests
{
    private const string First = "say 001 begin Bats 1.11; say 001 out 1..2; say 001 out ok 1 a in 5ms; say 001 out not ok 2 b; say 001 out \"#   'false' failed\"; say 001 exit 1; ";

    [Fact]
    public async Task Each_test_has_its_result_and_the_run_its_record()
    {
        using var boot = new ABoot().Tests("first.bats", "a", "b");
        Assert.Empty(await boot.RunAsync(First + "say 000 end"));
        Assert.Equal([("a", TestState.Passed, true), ("b", TestState.Failed, true)], boot.Results.Select(result => (result.Name, result.State, result.Ran)));
        Assert.Contains("'false' failed", boot.Results[1].Message);
        var record = boot.Record;
        Assert.Equal((RunStatus.Succeeded, 3, 1, 1), (record.Status, record.Version, record.Passed, record.Failed));
        Assert.Equal(["a", "b"], record.Tests.Select(test => test.Name));
        Assert.Null(record.TemporaryFolder);
    }

    [Theory]
    [InlineData("exit 1", "XIMG5452")]
    [InlineData("kill -9 $(ps -o sid= -p $$); sleep 60", "XIMG5455")]
    public async Task What_had_reported_keeps_its_result_and_the_rest_fails_with_the_reason(string end, string code)
    {
        using var boot = new ABoot().Tests("first.bats", "a", "b").Tests("second.bats", "c", "d");
        var problem = Assert.Single(await boot.RunAsync(First + "say 002 begin Bats 1.11; say 002 out 1..2; say 002 out ok 1 c; " + end));
        Assert.Equal(code, problem.Code);
        Assert.Equal(
            [("a", TestState.Passed), ("b", TestState.Failed), ("c", TestState.Passed)],
            boot.Results.Take(3).Select(result => (result.Name, result.State)));
        var lost = boot.Results.Single(result => result.Name == "d");
        Assert.Equal(TestState.Failed, lost.State);
        Assert.Contains(problem.Message, lost.Message);
        Assert.Equal((RunStatus.Failed, problem.Message), (boot.Record.Status, boot.Record.Error));
        Assert.Empty(new ProcessGroup(boot.Record.ProcessGroup!.Value).Members());
    }

    [Fact]
    public async Task A_report_that_ends_early_is_told_although_Packer_is_content()
    {
        using var boot = new ABoot().Tests("first.bats", "a", "b").Tests("second.bats", "c");
        Assert.Empty(await boot.RunAsync(First));
        var (_, state, message, ran) = boot.Results.First(result => result.Name == "c");
        Assert.Equal((TestState.Failed, false), (state, ran));
        Assert.Contains("did not start", message);
    }

    [Fact]
    public async Task A_file_that_the_guest_cannot_run_counts_as_run_and_says_why()
    {
        using var boot = new ABoot().Tests("first.bats", "a");
        Assert.Empty(await boot.RunAsync("say 001 fail There is no Bats.; say 000 end"));
        Assert.All(boot.Results, result => Assert.Equal((TestState.Failed, true), (result.State, result.Ran)));
        Assert.Contains("There is no Bats.", boot.Results[0].Message);
    }

    [Fact]
    public async Task The_results_file_has_what_the_log_cuts_off()
    {
        using var boot = new ABoot().Tests("first.bats", "a", "b");
        Assert.Empty(await boot.RunAsync(
            "say 001 begin Bats; say 001 out 1..2; say 001 out ok 1 a; say 001 out not ok 2 b; say 001 out \"#   $(head -c 100000 /dev/zero | tr '\\0' x)\"; say 001 exit 1; say 000 end"));
        Assert.Equal(2, boot.Results.Count);
        Assert.True(boot.Results[1].Message.Length > 90_000);
    }

    [Fact]
    public async Task A_secret_is_in_no_result_no_record_and_no_log()
    {
        using var boot = new ABoot { Secret = "hunter2hunter2", ImageSecret = "swordfish" }.Tests("first.bats", "a");
        Assert.Empty(await boot.RunAsync(
            "say 001 begin Bats; say 001 out 1..1; say 001 out not ok 1 a; say 001 out \"#   it is $PKR_VAR_token and ${OTHER}\"; say 001 exit 1; say 000 end"));
        Assert.Contains("it is", Assert.Single(boot.Results).Message);
        Assert.DoesNotContain("hunter2", boot.Results[0].Message);
        Assert.Contains("and ***", boot.Results[0].Message);
        foreach (var file in Directory.GetFiles(boot["."], "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("hunter2", File.ReadAllText(file));
            Assert.DoesNotContain("swordfish", File.ReadAllText(file));
        }
    }

    [Theory]
    [InlineData("packer")]
    [InlineData("1")]
    public async Task A_secret_that_is_a_word_of_a_plan_or_a_name_loses_no_test(string secret)
    {
        using var boot = new ABoot { Secret = secret }.Tests("first.bats", "packer is no root", "port 1 is open");
        var problems = await boot.RunAsync(
            "say 001 begin Bats; say 001 out 1..2; say 001 out not ok 1 packer is no root; say 001 out ok 2 port 1 is open; say 001 exit 1; say 000 end");
        Assert.DoesNotContain(problems, problem => problem.Severity == Severity.Error);
        Assert.Equal(
            [("packer is no root", TestState.Failed), ("port 1 is open", TestState.Passed)],
            boot.Results.Select(result => (result.Name, result.State)));
    }

    [Fact]
    public async Task A_run_past_its_time_is_ended()
    {
        using var boot = new ABoot { Timeout = TimeSpan.FromSeconds(2) }.Tests("first.bats", "a");
        var problem = Assert.Single(await boot.RunAsync("sleep 60"));
        Assert.Equal("XIMG5454", problem.Code);
        Assert.Equal(TestState.Failed, Assert.Single(boot.Results, result => result.Name == "a").State);
        Assert.Empty(new ProcessGroup(boot.Record.ProcessGroup!.Value).Members());
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_in_good_order()
    {
        using var boot = new ABoot().Tests("first.bats", "a");
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        Assert.Equal("XIMG5453", Assert.Single(await boot.RunAsync("sleep 60", cancel.Token)).Code);
        Assert.Equal(RunStatus.Stopped, boot.Record.Status);
        Assert.False(Directory.Exists(TemporaryFolder.PathOf(boot.Record.RunId)));
    }

    [Fact]
    public async Task A_machine_whose_tests_failed_can_be_kept()
    {
        using var boot = new ABoot { KeepOnFailure = true }.Tests("first.bats", "a", "b");

        // What is called qemu-… is a machine to the runner.
        var notice = Assert.Single(await boot.RunAsync(
            First + "say 000 end; cp \"$(command -v sleep)\" qemu-machine; ./qemu-machine 60 < /dev/null > /dev/null 2>&1 & echo started; exit 1"));
        Assert.Equal("XIMG5457", notice.Code);
        Assert.Contains("qemu-machine (process ", notice.Message);
        Assert.Contains(boot.Record.TemporaryFolder!, notice.Message);
        Assert.True(Directory.Exists(boot.Record.TemporaryFolder));
        Assert.Equal(RunStatus.Succeeded, boot.Record.Status);
    }

    [Fact]
    public async Task A_machine_elsewhere_that_is_kept_is_told_as_Packer_announced_it()
    {
        using var boot = new ABoot { KeepOnFailure = true }.Tests("first.bats", "a", "b");
        var notice = Assert.Single(await boot.RunAsync("echo 'Instance ID: i-1234' >&2; " + First + "say 000 end; exit 1"));
        Assert.Equal("XIMG5457", notice.Code);
        Assert.Contains("i-1234", notice.Message);
        Assert.EndsWith("End it when you are done.", notice.Message);
        Assert.Contains("i-1234", Assert.Single(boot.Record.LeftBehind));
        Assert.Null(boot.Record.TemporaryFolder);
    }

    [Fact]
    public async Task A_disk_that_fails_is_told_with_its_path_and_every_test_has_failed()
    {
        using var boot = new ABoot().Tests("first.bats", "a", "b");
        File.WriteAllText(boot["state"], "");
        var problem = Assert.Single(await boot.RunAsync(First));
        Assert.Equal("XIMG5464", problem.Code);
        Assert.Contains($"'{boot["state"]}", problem.Message);
        Assert.Equal([TestState.Failed, TestState.Failed], boot.Results.Where(result => result.Name is "a" or "b").Select(result => result.State));
        Assert.All(boot.Results, result => Assert.Contains(problem.Message, result.Message));
    }
}
