using System.Diagnostics;
using System.Runtime.Versioning;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Model;
using Xoap.Images.Running;
using Xoap.Images.TestReports;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>Tests in a real guest, from the plan to what they said: real Packer, a real SSH server, real Bats; Pester is played.</summary>
[SupportedOSPlatform("linux")]
public sealed class ImageTestGuestTests(SshGuest guest) : IClassFixture<SshGuest>, IDisposable
{
    /// <summary>Says what RunPester.ps1 would, by the name of the file that it is given.</summary>
    private const string Pwsh = """
        #!/bin/sh
        while [ $# -gt 0 ]; do
            case $1 in
                -Number) number=$2 ;;
                -File) case $2 in *.Tests.ps1) file=$2 ;; *) [ -f "$2" ] || exit 64 ;; esac ;;
                -Results) results=$2 ;;
                -Failed) failed=$2 ;;
            esac
            shift
        done
        say() { echo "xoap-test $number $*" | tee -a "$results"; }
        it() { say out "{\"kind\":\"test\",\"path\":[\"web\",\"$1\"],\"expanded\":[\"web\",\"$1\"],\"line\":$2,\"result\":\"$3\",\"executed\":true,\"shouldRun\":true,\"ms\":2.5}"; }
        end() { say out "{\"kind\":\"container\",\"result\":\"$1\",\"errors\":[],\"tests\":$2}"; }
        . "$(dirname "$file")/helper.sh"
        say begin 'Pester 5.7.1 on PowerShell 7.5.0'
        echo 'a line of a test'
        case $file in
            *good*) it answers 3 Passed; end Passed 1 ;;
            *bad*) it answers 3 Failed; echo "bad: web > answers" >> "$failed"; end Failed 1; exit 1 ;;
            *crash*) it answers 3 Passed; echo 'out of memory' >&2; kill -9 $$ ;;
            *truncated*) it answers 3 Passed; end Passed 2 ;;
            *hangs*) it answers 3 Passed; sleep 60 ;;
        esac
        """;

    private const string Secret = "s3cr't \"d\" $HOME `id` \\ ü";

    private readonly TempFolder _project = new();

    public void Dispose()
    {
        _project.Dispose();
        File.Delete(Path.Combine(guest.Programs, "pwsh"));
    }

    [Fact]
    public async Task Tests_that_pass_let_the_build_go_on_and_leave_nothing()
    {
        _project.Write("tests/helper.bash", "host_has_a_name() { [ -n \"$(hostname)\" ]; }\n");
        var (exitCode, output, results) = await Run(
            Bats("tests/host.bats", "load helper\n@test \"it has a name\" { host_has_a_name; }\n@test \"later\" { skip \"not yet\"; }\n"),
            Test("checks/ports.sh", TestFramework.Tap, "echo 1..1; echo ok 1 - port 22 is open\n"),
            Test("checks/junit.sh", TestFramework.JUnit, "echo '<testsuite><testcase name=\"a\"/></testsuite>' > \"$XOAP_TEST_RESULTS\"\n"));
        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["it has a name Passed", "later Skipped", "port 22 is open Passed", "a Passed"],
            results.Select(result => $"{result.Path[^1]} {result.State}"));
    }

    [Fact]
    public async Task A_test_that_fails_ends_the_build_by_its_name()
    {
        var (exitCode, output, results) = await Run(
            Bats("tests/host.bats", "@test \"two are two\" {\n  run echo 3\n  [ \"$output\" = 2 ]\n}\n@test \"good\" { true; }\n"),
            Test("checks/ports.sh", TestFramework.Tap, "echo 1..2; echo 'not ok 1 - port 80 is open'; echo 'not ok 2 # TODO later'; exit 3\n"));
        Assert.NotEqual(0, exitCode);
        Assert.Contains("These tests failed, so that no image is made:", output, StringComparison.Ordinal);
        Assert.Contains("tests/host.bats: 1 two are two", output, StringComparison.Ordinal);
        Assert.Contains("checks/ports.sh: 1 - port 80 is open", output, StringComparison.Ordinal);
        Assert.Equal((TestState.Failed, 3), (results[0].State, results[0].Line));
        Assert.Contains("Last output:\n3", results[0].Output, StringComparison.Ordinal);
        Assert.Equal(["Failed", "Passed", "Failed", "Skipped"], results.Select(result => result.State.ToString()));
    }

    [Fact]
    public async Task A_file_that_hangs_or_leaves_something_running_ends_at_its_limit()
    {
        var (exitCode, output, results) = await Run(
            Test("slow.sh", TestFramework.Tap, "echo 1..2; echo ok 1 - early; sleep 60; echo ok 2 - late\n") with { Timeout = TimeSpan.FromSeconds(2) },
            Test("leaves.sh", TestFramework.Tap, "echo 1..1; sleep 30 & echo ok 1 - done\n"));
        Assert.NotEqual(0, exitCode);
        Assert.Contains("slow.sh: it was ended after its time limit of 2 seconds", output, StringComparison.Ordinal);
        Assert.Equal(["early Passed", "slow.sh Failed", "done Passed"], results.Select(result => $"{result.Path[^1]} {result.State}"));
        Assert.Contains("time limit of 2 seconds", results[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("root")]
    public async Task Tests_run_as_whom_they_say(string user)
    {
        var (exitCode, output, results) = await Run(
            Test("who.sh", TestFramework.Tap, $"echo 1..1; [ \"$(id -un)\" = {user} ] && echo ok 1 - who\n") with { Login = new TestLogin(user, null, null, false) },
            Test("me.sh", TestFramework.Tap, $"echo 1..1; [ \"$(id -un)\" = {Environment.UserName} ] && echo ok 1 - me\n"));
        Assert.True(exitCode == 0, output);
        Assert.Equal(["who", "me"], results.Select(result => result.Path[^1]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nobody")]
    public async Task Variables_reach_their_tests_and_no_others(string? user)
    {
        static Setting Variables(string version) => A.Map(
            "EnvironmentVariables",
            ("VERSION", new SettingValue.Text(version)),
            ("TOKEN", new SettingValue.Secret(new SecretReference(SecretSource.Env, "THE_TOKEN"))));

        var token = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret));
        var login = new TestLogin(user, null, null, false);
        var (exitCode, output, results) = await Run(
            Bats("first.bats", $"@test \"first\" {{\n  [ \"$VERSION\" = \"it's 1\" ]\n  [ \"$(printf %s \"$TOKEN\" | base64 -w0)\" = {token} ]\n}}\n") with
            {
                Login = login,
                Environment = Variables("it's 1"),
            },
            Test("second.sh", TestFramework.Tap, "echo 1..1; [ \"$VERSION\" = 2 ] && [ -n \"$TOKEN\" ] && echo ok 1 - second\n") with
            {
                Login = login,
                Environment = Variables("2"),
            },
            Test("third.sh", TestFramework.Tap, "echo 1..1; [ -z \"$VERSION$TOKEN\" ] && echo ok 1 - third\n") with { Login = login });
        Assert.True(exitCode == 0, output);
        Assert.Equal(["first Passed", "second Passed", "third Passed"], results.Select(result => $"{result.Path[^1]} {result.State}"));
        Assert.DoesNotContain("s3cr", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries("/tmp", "varfile_*"));
    }

    [Fact]
    public async Task A_user_that_the_guest_lacks_fails_the_tests_that_ask_for_it_and_no_others()
    {
        var (exitCode, output, results) = await Run(
            Bats("ghost.bats", "@test \"one\" { true; }\n@test \"two\" { true; }\n") with { Login = new TestLogin("ghost", null, null, false) },
            Test("me.sh", TestFramework.Tap, "echo 1..1; echo ok 1 - me\n"));
        Assert.NotEqual(0, exitCode);
        Assert.Contains("ghost.bats: The tests cannot run as ghost: ", output, StringComparison.Ordinal);
        Assert.Equal(["one Failed", "two Failed", "me Passed"], results.Select(result => $"{result.Path[^1]} {result.State}"));
        Assert.All(results[..2], result => Assert.StartsWith("The tests cannot run as ghost: ", result.Message, StringComparison.Ordinal));
        Assert.Equal(("RunAs", "ghost.bats"), (results[0].Origin.Metadata, results[0].Origin.Name));
        Assert.Equal(("me.sh", null), (Path.GetFileName(results[2].Origin.File), results[2].Origin.Metadata));
    }

    [Fact]
    public async Task The_first_line_of_a_script_says_who_runs_it()
    {
        var (_, output, results) = await Run(
            Test("bash.sh", TestFramework.Tap, "#!/usr/bin/env bash\necho 1..1\n[[ $BASH_VERSION ]] && echo ok 1 - it is bash\n"),
            Test("words.sh", TestFramework.Tap, "#! /bin/sh -u \r\necho 1..1; echo \"ok 1 - $-\"\n"),
            Test("plain.sh", TestFramework.Tap, "echo 1..1; echo ok 1 - plain\n"),
            Test("none.sh", TestFramework.Tap, "#!/usr/bin/nothing -x\necho 1..1\n"),
            Test("none2.sh", TestFramework.JUnit, "#!/usr/bin/env nothing\necho 1..1\n"));
        Assert.Equal(
            ["it is bash Passed", "u Passed", "plain Passed", "none.sh Failed", "none2.sh Failed"],
            results.Select(result => $"{result.Path[^1]} {result.State}"));
        Assert.True(results[3].Message == "Its first line names /usr/bin/nothing, which the image does not have.", output);
        Assert.Contains("nothing", results[4].Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_by_its_place_on_this_machine()
    {
        var (_, _, results) = await Run(Bats("tests/broken.bats", "@test \"one\" {\n  if true; then\n}\n@test \"two\" { true; }\n"));
        Assert.Equal([(_project["tests/broken.bats"], 3), (_project["tests/broken.bats"], 3)], results.Select(result => (result.File, result.Line)));
        Assert.Equal($"{_project["tests/broken.bats"]}: line 3: syntax error near unexpected token `}}'", results[0].Message);
    }

    [Fact]
    public async Task Two_runs_in_one_guest_at_once_do_not_disturb_each_other()
    {
        var test = Bats("tests/own.bats", "@test \"alone\" {\n  [ ! -e seen ]\n  touch seen\n  sleep 5\n  [ -e seen ]\n}\n");
        var started = DateTimeOffset.UtcNow;
        var runs = await Task.WhenAll(Run("first", test), Run("second", test));
        Assert.All(runs, run => Assert.Equal(TestState.Passed, Assert.Single(run.Results).State));
        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.True(DateTimeOffset.UtcNow - started < runs[0].Took + runs[1].Took, "They did not run at once.");
        Assert.Empty(Directory.GetFileSystemEntries("/tmp", "002-tests*"));
    }

    [Fact]
    public async Task What_Pester_says_arrives_whatever_happens_to_it()
    {
        Program("pwsh", Pwsh);
        var (exitCode, output, results) = await Run(
            Pester("good"), Pester("bad"), Pester("crash"), Pester("truncated"), Pester("hangs") with { Timeout = TimeSpan.FromSeconds(2) });
        Assert.NotEqual(0, exitCode);
        Assert.Contains("bad: web > answers", output, StringComparison.Ordinal);
        Assert.Contains("a line of a test", output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "good answers Passed", "bad answers Failed", "crash answers Passed", "crash crash.Tests.ps1 Failed", "truncated answers Passed",
                "truncated truncated.Tests.ps1 Failed", "hangs answers Passed", "hangs hangs.Tests.ps1 Failed",
            ],
            results.Select(result => $"{Path.GetFileName(result.File).Split('.')[0]} {result.Path[^1]} {result.State}"));
        Assert.Equal("Pester's report breaks off. The command ended with exit code 137.", results[3].Message);
        Assert.Contains("out of memory", results[3].Details, StringComparison.Ordinal);
        Assert.Equal("Pester ran 2 tests, and the reports of 1 arrived.", results[5].Message);
        Assert.Equal("The tests were ended after their time limit of 2 seconds.", results[7].Message.Split('\n')[0]);
    }

    [Fact]
    public async Task Without_PowerShell_there_is_no_Pester()
    {
        var (exitCode, output, results) = await Run(Pester("good"));
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Pester needs PowerShell 7 (pwsh), which the image does not have.", output, StringComparison.Ordinal);
        Assert.Equal("Pester needs PowerShell 7 (pwsh), which the image does not have.", Assert.Single(results).Message);
    }

    private ImageTest Pester(string name)
    {
        _project.Write("pester/helper.sh", "echo loaded\n");
        return Test($"pester/{name}.Tests.ps1", TestFramework.Pester, "Describe web {\n\n  It answers { }\n}\n");
    }

    private ImageTest Bats(string name, string text) => Test(name, TestFramework.Bats, text);

    private ImageTest Test(string name, TestFramework framework, string text)
    {
        _project.Write(name, text);
        return Tested.File(_project.Path, name, framework);
    }

    private void Program(string name, string text)
    {
        var path = Path.Combine(guest.Programs, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, (UnixFileMode)0x1ED);
    }

    /// <summary>Builds with these tests as its end; nothing of them stays in the guest.</summary>
    private async Task<(int ExitCode, string Output, List<TestResult> Results)> Run(params ImageTest[] tests)
    {
        var (exitCode, output, results, _) = await Run("alone", tests);
        Assert.Empty(Directory.GetFileSystemEntries("/tmp", "002-tests*"));
        return (exitCode, output, results);
    }

    private async Task<(int ExitCode, string Output, List<TestResult> Results, TimeSpan Took)> Run(string name, params ImageTest[] tests)
    {
        var diagnostics = new DiagnosticBag();
        var plan = Tested.Plan(A.Image(A.Command("hello")) with
        {
            Variants = [A.Null(guest.Settings)],
            BatsFolder = BatsFolder.Find("", _project.Path, Environment.GetEnvironmentVariable("PATH"), diagnostics),
            Tests = [.. tests],
        });
        using var rendered = RenderedFolder.Of(plan, RenderedFolder.Legacy);
        var file = _project[name + ".txt"];
        var clock = Stopwatch.StartNew();
        var (exitCode, output) = await Packer.Run(
            rendered.Path, ["build", "-color=false", "."], ("PKR_VAR_test_results_path", file), ("PKR_VAR_test_run", name), ("PKR_VAR_env_the_token", Secret));
        clock.Stop();
        Assert.True(File.Exists(file), output);
        var report = new GuestReport();
        foreach (var line in File.ReadLines(file))
        {
            report.Add(line);
            Assert.Contains(line.TrimEnd('\r'), output, StringComparison.Ordinal);
        }

        Assert.True(report.IsComplete);
        return (exitCode, output, [.. plan.Steps[^1].TestRun!.Tests.SelectMany(test => ListedFile.Of(test).Results(report, ""))], clock.Elapsed);
    }
}
