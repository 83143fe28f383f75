using System.Collections.Immutable;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

/// <summary>Reports that Bats 1.8.2 wrote with <c>--timing --formatter tap</c>, and the files that it ran.</summary>
public class BatsResultsTests
{
    [Fact]
    public void Every_test_has_its_state_and_place()
    {
        var results = Read("web", exit: "1");
        Assert.Equal(
            """
            8 Passed passes
            15 Failed fails on a comparison
            5 Failed single quoted name
            23 Skipped is skipped
            27 Skipped is skipped without reason
            33 Failed has a # hash, a "quote" and a \ backslash
            37 Failed unquoted_name
            40 Passed one line
            42 Passed in 12ms
            47 Failed command not found
            52 Failed ends in 7ms
            55 Failed todo-like # TODO later
            """,
            Shown(results));
        Assert.All(results, result => Assert.InRange(result.Duration.TotalMilliseconds, 1, 1000));
    }

    [Fact]
    public void Messages_output_and_tags_are_told_apart()
    {
        var results = Read("web", exit: "1").ToDictionary(result => result.Path[0]);
        var comparison = results["fails on a comparison"];
        Assert.Equal(
            ("`[ 1 -eq 2 ]' failed", "(in test file web.bats, line 15)", "some output\nand # hash"),
            (comparison.Message, comparison.Details, comparison.Output));
        var function = results["single quoted name"];
        Assert.Equal("`check 1' failed", function.Message);
        Assert.Equal("(from function `check' in file web.bats, line 5,\n in test file web.bats, line 20)", function.Details);
        Assert.Equal(["net:http", "slow", "smoke", "web"], function.Tags.AsEnumerable());
        Assert.Equal(["smoke", "web"], comparison.Tags.AsEnumerable());
        Assert.Equal("no network here", results["is skipped"].Message);
        Assert.Equal("", results["is skipped without reason"].Message);
        Assert.Equal("`nosuchcommand' failed with status 127", results["command not found"].Message);
        Assert.Equal("ok 99 looks like TAP\nnot ok\nesc \u001b[31mred\n    indented", results["ends in 7ms"].Output);
    }

    [Theory]
    [InlineData("web")]
    [InlineData("setupeach")]
    [InlineData("load")]
    public void The_file_and_the_report_agree_on_the_tests(string name)
    {
        var known = Known(name);
        Assert.True(known.Length >= 2);
        Assert.Equal(known.Select(test => test.Id), Read(name, exit: "1").Select(result => result.Id).Where(id => id.Contains("//")).OrderBy(id =>
            known.ToList().FindIndex(test => test.Id == id)));
    }

    [Fact]
    public void A_fixture_of_the_file_that_fails_takes_its_tests_with_it()
    {
        var results = Read("setup", exit: "1");
        Assert.Equal(
            "1 Failed one\n1 Failed two",
            Shown(results));
        Assert.All(results, result => Assert.Equal("setup_file failed: `setup_file() { echo \"in setup_file\"; false; }' failed", result.Message));
        Assert.Equal("(from function `setup_file' in test file setup.bats, line 1)\nin setup_file", results[0].Details);
        Assert.Equal("2 Passed one\n1 Failed teardown_file failed", Shown(Read("teardown", exit: "1")));
        Assert.Equal("1 Failed one\n1 Failed two", Shown(Read("setupeach", exit: "1")));
    }

    [Fact]
    public void A_file_that_the_shell_cannot_read_says_so()
    {
        var results = Read("broken", exit: "1");
        Assert.Equal("3 Failed one\n3 Failed two", Shown(results));
        Assert.All(results, result => Assert.Equal("/image-tests/broken.bats: line 3: syntax error near unexpected token `}'", result.Message));
    }

    [Fact]
    public void A_test_whose_shell_is_killed_is_missing()
    {
        var results = Read("load", exit: "1");
        Assert.Equal("2 Failed through helper\n4 Passed after\n3 Failed killed", Shown(results));
        Assert.Contains("from function `assert_two' in file helper.bash, line 2", results[0].Details);
        Assert.Equal("The test did not report. Of 3 tests in the plan, 1 did not report.", results[2].Message);
    }

    [Fact]
    public void An_empty_file_fails_and_so_does_one_that_Bats_refuses()
    {
        var file = Sample.TestFile("x.bats");
        Assert.Equal("No test ran.", Assert.Single(BatsResults.Read(new FileRun(file, Sample.Report(["1..0"]), []))).Message);
        var refused = Assert.Single(BatsResults.Read(new FileRun(file, Sample.Report([], "1", "Error: Duplicate test name(s)"), [])));
        Assert.Equal(
            ("No test ran, and the command ended with exit code 1.", "Error: Duplicate test name(s)"),
            (refused.Message, refused.Details));
        var known = BatsSource.Tests(file, "@test \"a\" {\n}\n@test \"a\" {\n}\n");
        Assert.Equal(
            ["No test ran, and the command ended with exit code 1. It last said: Error: Duplicate test name(s)"],
            BatsResults.Read(new FileRun(file, Sample.Report([], "1", "Error: Duplicate test name(s)"), known)).Select(result => result.Message).Distinct());
    }

    [Theory]
    [InlineData("ok 1 pulls an image # in 12 ms", "Passed pulls an image 12 ")]
    [InlineData("ok 1 pulls an image # skip no network # in 12 ms", "Skipped pulls an image 12 no network")]
    [InlineData("ok 1 pulls an image in 12ms # skip no network in 5ms", "Skipped pulls an image 12 no network in 5ms")]
    [InlineData("not ok 1 pulls an image", "Failed pulls an image 0 It failed without saying why.")]
    [InlineData("not ok 1 pulls # in 12 ms # timeout after 5 s", "Failed pulls 12 It failed without saying why. # timeout after 5 s")]
    [InlineData("ok 1", "Passed  0 ")]
    public void Both_ways_to_write_the_time_are_read(string line, string expected)
    {
        var run = new FileRun(Sample.TestFile("x.bats"), Sample.Report(["1..1", line], line[0] == 'n' ? "1" : "0"), []);
        var result = Assert.Single(BatsResults.Read(run));
        Assert.Equal(expected, $"{result.State} {result.Path[0]} {result.Duration.TotalMilliseconds} {result.Message}");
    }

    [Fact]
    public void Names_with_variables_are_found_in_the_order_of_the_file()
    {
        var file = Sample.TestFile("x.bats");
        var known = BatsSource.Tests(file, "@test \"port $PORT\" {\n}\n@test \"`hostname` is up\" {\n}\nplain() { # @test\n}\n");
        var run = new FileRun(file, Sample.Report(["1..3", "ok 1 port 80", "ok 2 web is up", "ok 3 plain"]), known);
        Assert.Equal("1 Passed port 80\n3 Passed web is up\n5 Passed plain", Shown(BatsResults.Read(run)));
    }

    [Theory]
    [InlineData("***")]
    [InlineData("<sensitive>")]
    public void Names_with_a_masked_word_are_those_of_the_file(string mask)
    {
        var file = Sample.TestFile("x.bats");
        var known = BatsSource.Tests(file, "@test \"other\" {\n}\n@test \"packer is no root (packer)\" {\n}\n");
        var run = new FileRun(file, Sample.Report(["1..2", "ok 1 other", $"not ok 2 {mask} is no root ({mask})"], "1"), known);
        Assert.Equal("1 Passed other\n3 Failed packer is no root (packer)", Shown(BatsResults.Read(run)));
    }

    private static ImmutableArray<TestCase> Known(string name) =>
        BatsSource.Tests(Sample.TestFile(name + ".bats"), Sample.Read("bats", name + ".bats"));

    private static ImmutableArray<TestResult> Read(string name, string exit) =>
        BatsResults.Read(new FileRun(Sample.TestFile(name + ".bats"), Sample.Report(Sample.Lines("bats", name + ".tap"), exit), Known(name)));

    private static string Shown(ImmutableArray<TestResult> results) =>
        string.Join('\n', results.Select(result => $"{result.Line} {result.State} {result.Path[0]}"));
}
