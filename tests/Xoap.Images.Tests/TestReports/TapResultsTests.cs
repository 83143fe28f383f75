using System.Collections.Immutable;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

public class TapResultsTests
{
    private static readonly TestFile File = Sample.TestFile("web.t");

    [Fact]
    public void Tests_skips_and_wishes_are_read() => Assert.Equal(
        """
        Passed port is open: 
        Failed page is served: got 404
        Skipped has IPv6: no network
        Skipped is fast: To do: needs a cache
        Passed is small: 
        Passed with # and \ in its name: 
        Failed test 7: It failed without saying why.
        Failed is skipped and failed # 8: It failed without saying why.
        """,
        Shown(Read("""
            TAP version 14
            1..8
            ok 1 - port is open
            not ok 2 - page is served
            # got 404
            ok 3 - has IPv6 # SKIP no network
            not ok 4 - is fast # TODO needs a cache
            ok 5 - is small # todo
            ok - with \# and \\ in its name
            not ok
            not ok 8 is skipped and failed \# 8 # skip
            """, exit: "1")));

    [Fact]
    public void What_YAML_says_is_used()
    {
        var results = Read("""
            TAP version 13
            ok 1 - fast
              ---
              duration_ms: 12.5
              ...
            not ok 2 - slow
              ---
              duration_ms: 1500
              message: 'it''s late'
              severity: fail
              at:
                file: /tmp/t/web.t
                line: 7
              ...
            not ok 3 - block
              ---
              message: |
                first
                  second
              location: '/t/web.t:9:3'
              ...
            1..3
            """, exit: "1");
        Assert.Equal([12.5, 1500, 0], results.Select(result => result.Duration.TotalMilliseconds));
        Assert.Equal(["", "it's late", "first\n  second"], results.Select(result => result.Message));
        Assert.Equal([0, 7, 9], results.Select(result => result.Line));
        Assert.Contains("severity: fail", results[1].Details);
    }

    [Fact]
    public void A_place_in_the_comments_is_found()
    {
        var result = Read("not ok 1 - a\n#   Failed test 'a'\n#   at t/other.pm line 3.\n#   at t/web.t line 5.\n1..1", exit: "1")[0];
        Assert.Equal((5, "  Failed test 'a'\n  at t/other.pm line 3.\n  at t/web.t line 5."), (result.Line, result.Message));
    }

    [Fact]
    public void Subtests_are_tests_and_what_sums_them_up_is_none()
    {
        var results = Read("""
            1..3
            # Subtest: services
                1..2
                ok 1 - nginx
                not ok 2 - redis
                # is dead
            not ok 1 - services
            # Subtest: ports
                ok 1 - 80
                    ok 1 - deep
                    1..1
                ok 2 - more
                1..2
            not ok 2 - ports
            # after all the port is wrong
                1..0 # SKIP none
            ok 3 - empty
            """, exit: "1");
        Assert.Equal(
            """
            Passed services/nginx: 
            Failed services/redis: is dead
            Passed ports/80: 
            Passed ports/more/deep: 
            Failed ports: after all the port is wrong
            Passed empty: 
            """,
            Shown(results));
    }

    [Theory]
    [InlineData("Of 3 tests in the plan, 2 did not report.", "1..3\nok 1 a")]
    [InlineData("The plan has 1 test, but 2 reported.", "1..1\nok 1 a\nok 2 b")]
    [InlineData("The report has no plan (1..N), so that nobody knows whether all tests ran.", "ok 1 a")]
    [InlineData("Several tests have the same number: 1.", "1..2\nok 1 a\nok 1 b")]
    [InlineData("The tests gave up: no disk\nOf 2 tests in the plan, 1 did not report.", "1..2\nok 1 a\nBail out! no disk")]
    [InlineData("The tests gave up (Bail out!).", "1..1\nok 1 a\nBail out!")]
    [InlineData("s: Of 2 tests in the plan, 1 did not report.", "1..1\n    1..2\n    ok 1 a\nok 1 s")]
    public void A_report_that_is_not_whole_fails(string message, string text)
    {
        var results = Read(text);
        Assert.Equal(("web.t", TestState.Failed, message), (results[^1].Path[0], results[^1].State, results[^1].Message));
        Assert.All(results.SkipLast(1), result => Assert.Equal(TestState.Passed, result.State));
    }

    [Fact]
    public void The_exit_code_is_believed()
    {
        Assert.Equal("No test failed, but the command ended with exit code 2.", Read("1..1\nok 1 a", exit: "2")[^1].Message);
        Assert.Single(Read("1..1\nnot ok 1 a", exit: "2"));
        Assert.Equal(
            "The report breaks off before the tests ended.\nOf 2 tests in the plan, 1 did not report.",
            Read("1..2\nok 1 a", exit: "")[^1].Message);
    }

    [Fact]
    public void A_file_that_is_known_as_one_test_reports_once_when_it_breaks_off()
    {
        var known = TestCase.Of(File);
        var run = new FileRun(File, Sample.Report(["1..2", "ok 1 a"], exit: ""), [known]);
        var results = TapResults.Read(run);
        Assert.Equal(["tests/web.t//a:0", known.Id], results.Select(result => result.Id));
        Assert.Equal(("web.t", known.File), (results[1].Path[0], results[1].File));
    }

    [Fact]
    public void A_file_may_skip_itself_and_may_not_be_empty()
    {
        var skipped = Assert.Single(Read("1..0 # SKIP no docker here"));
        Assert.Equal((TestState.Skipped, "no docker here", "tests/web.t"), (skipped.State, skipped.Message, skipped.Id));
        Assert.Equal((TestState.Failed, "No test ran."), Read("1..0").Select(result => (result.State, result.Message)).Single());
        Assert.Equal(TestState.Failed, Assert.Single(Read("")).State);
    }

    [Fact]
    public void Other_lines_are_output_of_the_test_that_follows()
    {
        var results = Read("1..2\nstarting\n    indented\nok 1 a\n# note\nmore\nnot ok 2 b\n# why", exit: "1");
        Assert.Equal(["starting\n    indented\nnote", "more"], results.Select(result => result.Output));
    }

    [Fact]
    public void Equal_names_have_different_ids()
    {
        var results = Read("1..3\nok 1 a\nok 2 a\nok 3 b");
        Assert.Equal(["tests/web.t//a:0", "tests/web.t//a:0#2", "tests/web.t//b:0"], results.Select(result => result.Id));
    }

    [Theory]
    [InlineData("1..99999999999999999999\nok 99999999999999999999 a\n  ---\n  duration_ms: 1e999\n  :\n  - x")]
    [InlineData("not ok 1 # # # skip\n  ---\nok")]
    [InlineData("1..1\nok 1\n  ---\n  at:\n    line: -5\n  location: ':'")]
    public void Garbage_does_not_stop_the_reader(string text) => Assert.NotEmpty(Read(text));

    [Fact]
    public void Deep_and_long_reports_end_soon()
    {
        var deep = string.Concat(Enumerable.Range(0, 2000).Reverse().Select(depth => new string(' ', depth * 4) + "ok 1 - a\n"));
        Assert.NotEmpty(Read(deep));
        var longName = new string('#', 1_000_000);
        Assert.Equal(longName, Read($"1..1\nok 1 {longName}")[0].Path[0]);
        Assert.Equal(1_000_002, BatsResults.Read(new FileRun(File, Sample.Report(["1..1", $"ok 1 a {longName}"]), []))[0].Path[0].Length);
    }

    private static ImmutableArray<TestResult> Read(string text, string exit = "0") =>
        TapResults.Read(new FileRun(File, Sample.Report(text.Split('\n'), exit), []));

    private static string Shown(ImmutableArray<TestResult> results) =>
        string.Join('\n', results.Select(result => $"{result.State} {string.Join('/', result.Path)}: {result.Message}"));
}
