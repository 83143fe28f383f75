using System.Security.Cryptography;
using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Rendering;
using Xoap.Images.Running;

namespace Xoap.Images.Tests.Running;

public class PackerRunnerTests
{
    [Fact]
    public async Task A_build_leaves_an_image_and_its_records()
    {
        using var run = new ARun().Step("first", "echo one").Step("second", "echo two");
        var result = await run.BuildAsync();

        Assert.Empty(result.Diagnostics);
        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal(["web-v1.txt"], run.Images());
        var artifact = Assert.Single(run.Newest()!.Artifacts);
        Assert.Equal(run["images/local/web-v1.txt"], artifact.Path);
        Assert.Equal("../images/local/web-v1.txt", artifact.RelativePath);
        Assert.Equal(5, artifact.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("hello"u8)), artifact.Sha256);
        Assert.Equal(RunStatus.Succeeded, run.Record().Status);
        Assert.Equal(["first", "second"], run.Record().Steps.Select(step => step.Name));
        Assert.Contains("one", run.Log());
        Assert.True(File.Exists(run["state/web/local/runs/1/web.pkr.hcl"]));
        Assert.False(File.Exists(run["state/web/local/lease.json"]));
        Assert.False(Directory.Exists(run.Record().TemporaryFolder ?? "/nowhere"));
        Assert.Equal(
            ["1/2 first", "2/2 second"],
            run.Progress.OfType<RunProgress.StepStarted>().Select(step => $"{step.Number}/{step.Count} {step.Name}"));

        Assert.Equal(RunStatus.Succeeded, (await run.BuildAsync()).Status);
        Assert.Equal(["web-v1.txt", "web-v2.txt"], run.Images());
    }

    [Fact]
    public async Task A_failing_step_is_one_error_at_its_own_line()
    {
        using var run = new ARun().Step("first", "echo fine").Step("second", "echo E: no such package >&2; exit 3").Step("third", "echo");
        var result = await run.BuildAsync();

        var error = Assert.Single(result.Diagnostics);
        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal("XIMG4020", error.Code);
        Assert.Equal("second", error.Origin.Name);
        Assert.Contains("non-zero exit status: 3", error.Message);
        Assert.Contains("'E: no such package'", error.Message);
        Assert.Contains(result.LogPath!, error.Message);
        Assert.Equal(("second", RunStatus.Failed), (run.Record().FailedStep, run.Record().Status));
        Assert.Equal(error.Message, run.Record().Error);
        Assert.Empty(run.Images());
        Assert.Null(run.Newest());
    }

    [Fact]
    public async Task A_step_past_its_timeout_is_named_and_leaves_no_process()
    {
        using var run = new ARun().Step("slow", "echo waiting; sleep 60", timeout: "1s");
        var error = Assert.Single((await run.BuildAsync()).Diagnostics);
        Assert.Equal("XIMG4021", error.Code);
        Assert.Equal("slow", error.Origin.Name);
        Assert.Contains("timeout of 1s", error.Message);
        Assert.Empty(run.Alive());
        Assert.Empty(run.Images());
    }

    [Fact]
    public async Task A_cancelled_build_cleans_up()
    {
        using var run = new ARun().Step("first", "true").Step("slow", "sleep 60");
        var result = await run.CancelInAsync("slow");
        Assert.Equal(RunStatus.Stopped, result.Status);
        var error = Assert.Single(result.Diagnostics);
        Assert.Equal("XIMG4025", error.Code);
        Assert.Contains("in step 'slow'", error.Message);
        Assert.Equal(RunStatus.Stopped, run.Record().Status);
        Assert.Contains("Cleanly cancelled builds after being interrupted.", run.Log());
        Assert.Empty(run.Alive());
        Assert.Empty(run.Images());
        Assert.Contains(run.Progress, progress => progress is RunProgress.Stopping);
    }

    [Fact]
    public async Task A_stop_that_keeps_the_machine_ends_only_Packer_and_names_what_goes_on()
    {
        using var run = new ARun { StopBehavior = StopBehavior.Keep }
            .Step("machine", "cp /bin/sleep $TMPDIR/qemu-machine; $TMPDIR/qemu-machine 60");
        var result = await run.CancelInAsync("machine");
        Assert.Equal(RunStatus.Stopped, result.Status);
        Assert.Equal(["qemu-machine"], run.Alive().Select(member => member.Name));
        Assert.Contains("qemu-machine (process ", run.Record().LeftBehind[0]);
        Assert.Contains("qemu-machine (process ", Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public async Task A_build_past_its_timeout_is_stopped_and_failed()
    {
        using var run = new ARun { BuildTimeout = TimeSpan.FromSeconds(2) }.Step("slow", "sleep 60");
        var result = await run.BuildAsync();
        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal("XIMG4023", Assert.Single(result.Diagnostics).Code);
        Assert.Empty(run.Alive());
        Assert.Empty(run.Images());
    }

    [Fact]
    public async Task Packer_killed_from_outside_is_a_failure_and_nothing_goes_on()
    {
        using var run = new ARun().Step("suicide", "kill -9 $(ps -o sid= -p $$); sleep 60");
        var result = await run.BuildAsync();
        var error = Assert.Single(result.Diagnostics);
        Assert.Equal((RunStatus.Failed, "XIMG4024"), (result.Status, error.Code));
        Assert.Equal("suicide", error.Origin.Name);
        Assert.Empty(run.Alive());
        Assert.Empty(run.Images());
    }

    [Fact]
    public async Task Of_two_builds_at_once_the_second_waits_and_has_nothing_to_do()
    {
        using var run = new ARun { Force = false }.Step("slow", "sleep 1");
        var builds = await Task.WhenAll(run.BuildAsync(), run.BuildAsync());
        Assert.Equal([null, RunStatus.Succeeded], builds.Select(build => build.Status).Order());
        Assert.All(builds, build => Assert.Equal(1, build.Manifest!.Version));
        Assert.Single(run.Progress, progress => progress is RunProgress.Waiting);
        Assert.Equal(["web-v1.txt"], run.Images());
        Assert.Single(run.History.Runs("web", "local", []));
    }

    [Fact]
    public async Task Of_two_forced_builds_both_build_one_after_the_other()
    {
        using var run = new ARun().Step("slow", "sleep 1");
        var builds = await Task.WhenAll(run.BuildAsync(), run.BuildAsync());
        Assert.All(builds, build => Assert.Equal(RunStatus.Succeeded, build.Status));
        Assert.Equal(["web-v1.txt", "web-v2.txt"], run.Images());
    }

    [Fact]
    public async Task A_build_that_waits_can_be_cancelled()
    {
        using var run = new ARun().Step("slow", "sleep 2");
        var first = run.BuildAsync();
        await Task.Delay(500);
        using var cancel = new CancellationTokenSource(500);
        var second = await run.BuildAsync(cancel.Token);
        var stopped = Assert.Single(second.Diagnostics);
        Assert.Equal((RunStatus.Stopped, "XIMG4026", "local"), (second.Status, stopped.Code, stopped.Origin.Name));
        Assert.Equal(RunStatus.Succeeded, (await first).Status);
        Assert.Single(run.History.Runs("web", "local", []));
    }

    [Fact]
    public async Task A_secret_is_nowhere()
    {
        const string secret = "t0p'\"s\\ecret${x}/<&>";
        using var run = new ARun().Step("leak", """
            echo "$password"; printf %s "$password" | base64; echo "$password" | base64
            printf 'no line end %s' "$password"; echo "$password" >&2; set -x; echo "$password"; : "$password"
            echo; echo "first $password"; exit 1
            """);
        run.Environment["DB_PASSWORD"] = secret;
        run.Secrets.Add(new SecretVariable("password", new SecretReference(SecretSource.Env, "DB_PASSWORD"), Origin.Project));
        var result = await run.BuildAsync();

        Assert.Equal("XIMG4020", Assert.Single(result.Diagnostics).Code);
        string[] forms = [secret, "s\\ecret", "t0p'", Base64(secret), Base64(secret + "\n")];
        string[] files = [.. Directory.EnumerateFiles(run["state"], "*", SearchOption.AllDirectories), .. Directory.EnumerateFiles(run["images"], "*", SearchOption.AllDirectories)];
        Assert.True(files.Length >= 3);
        foreach (var text in files.Select(File.ReadAllText).Append(result.Diagnostics[0].Message))
        {
            Assert.All(forms, form => Assert.DoesNotContain(form, text));
        }

        Assert.Contains("first ***", run.Log());
        Assert.DoesNotContain(Base64("t0p'\"s\u001bcret${x}/<&>\n"), run.Log());
    }

    [Fact]
    public async Task A_secret_that_is_not_set_stops_the_build_before_it_begins()
    {
        using var run = new ARun().Step("first", "true");
        run.Secrets.Add(new SecretVariable("password", new SecretReference(SecretSource.Env, "NOT_SET"), new Origin("Builder", "local")));
        var result = await run.BuildAsync();
        Assert.Equal("XIMG4000", Assert.Single(result.Diagnostics).Code);
        Assert.False(Directory.Exists(run["state"]));
    }

    [Fact]
    public async Task A_given_version_is_used_and_never_again()
    {
        using var run = new ARun { VersionNumber = 41 }.Step("first", "true");
        Assert.Equal(41, (await run.BuildAsync()).Manifest!.Version);
        Assert.Equal("XIMG4503", Assert.Single((await run.BuildAsync()).Diagnostics).Code);
        Assert.Equal(["web-v41.txt"], run.Images());
    }

    [Fact]
    public async Task A_state_folder_that_cannot_be_written_is_a_diagnostic()
    {
        using var run = new ARun { StateDirectory = "/proc/nowhere" }.Step("first", "true");
        Assert.Equal("XIMG4500", Assert.Single((await run.BuildAsync()).Diagnostics).Code);
    }

    [Fact]
    public async Task A_folder_for_images_that_cannot_be_written_is_a_diagnostic()
    {
        using var run = new ARun().Step("first", "true");
        File.WriteAllText(run["images"], "a file stands in the way");
        Assert.Equal("XIMG4031", Assert.Single((await run.BuildAsync()).Diagnostics).Code);
    }

    [Fact]
    public async Task Binary_output_is_only_text_that_looks_odd()
    {
        using var run = new ARun().Step("binary", "head -c 300000 /dev/urandom; exit 1");
        var error = Assert.Single((await run.BuildAsync()).Diagnostics);
        Assert.Equal(("XIMG4020", "binary"), (error.Code, error.Origin.Name));
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
