using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

public class PesterResultsTests
{
    private const string Up =
        """{"kind":"test","path":["Web","is up"],"line":4,"result":"Passed","executed":true,"shouldRun":true,"ms":12.5}""";

    private const string Down =
        """{"kind":"test","path":["Web","is down"],"line":8,"result":"Failed","executed":true,"errors":[{"message":"no"}]}""";

    private static readonly TestFile File = Sample.TestFile("web.Tests.ps1");

    [Fact]
    public void A_run_that_went_well_adds_nothing()
    {
        var result = Assert.Single(Read([Up, Container(1)]));
        Assert.Equal(("tests/web.Tests.ps1//Web/is up:4", 4, TestState.Passed), (result.Id, result.Line, result.State));
        Assert.Equal(12.5, result.Duration.TotalMilliseconds);
        Assert.Equal(File.Path, result.File);
    }

    [Theory]
    [InlineData(0, "No test ran.")]
    [InlineData(3, "No test ran, and the command ended with exit code 3.")]
    public void A_run_without_tests_fails(int exit, string message) =>
        Assert.Equal(message, Assert.Single(Read([Container(0)], exit: $"{exit}")).Message);

    [Fact]
    public void Tests_that_were_not_chosen_are_left_out_but_counted()
    {
        var other = Up.Replace("Passed", "NotRun");
        Assert.Equal(["tests/web.Tests.ps1//Web/is up:4#2"], Read([other, Up, Container(2)]).Select(result => result.Id));
        var file = Assert.Single(Read([other, Container(1)]));
        Assert.Equal((TestState.Skipped, "None of its tests was chosen."), (file.State, file.Message));
    }

    [Fact]
    public void A_report_that_breaks_off_fails_with_the_reason_and_keeps_what_it_has()
    {
        var run = new FileRun(File, Sample.Report([Up], exit: ""), Known("is up:4", "is down:8"))
        {
            Interruption = "The guest could not be reached any more.",
        };
        Assert.Equal(
            [
                "Passed is up: ",
                "Failed is down: The test did not report. The report breaks off before the tests ended. The guest could not be reached any more.",
            ],
            Shown(PesterResults.Read(run)));
    }

    [Fact]
    public void A_file_that_never_started_fails()
    {
        var run = new FileRun(File, new GuestReport().File(1), Known("is up:4"));
        Assert.Equal(["Failed is up: The tests did not start."], Shown(PesterResults.Read(run)));
        Assert.Equal(["Failed web.Tests.ps1: The tests did not start."], Shown(PesterResults.Read(run with { Known = [] })));
    }

    [Fact]
    public void What_the_runner_says_is_the_reason_and_the_commands_errors_are_the_details()
    {
        var report = Sample.Report([Up], exit: "", "first", "second");
        report.Add("fail", "Pester ended after its timeout of 5 minutes.");
        var results = PesterResults.Read(new FileRun(File, report, []));
        Assert.Equal(["Passed is up: ", "Failed web.Tests.ps1: Pester ended after its timeout of 5 minutes."], Shown(results));
        Assert.Equal("first\nsecond", results[1].Details);
    }

    [Fact]
    public void A_login_that_the_guest_refuses_fails_every_test_where_the_project_names_it()
    {
        var report = new GuestReport();
        report.Add("xoap-test 001 refused The tests cannot run as ghost: su: user ghost does not exist");
        var login = new Origin("ImageTest", "tests/web.Tests.ps1", Metadata: "RunAs");
        var results = PesterResults.Read(new FileRun(File, report.File(1), Known("is up:4", "is down:8")) { Login = login });
        Assert.Equal(
            ["Failed is up: The tests cannot run as ghost: su: user ghost does not exist", "Failed is down: The tests cannot run as ghost: su: user ghost does not exist"],
            Shown(results));
        Assert.All(results, result => Assert.Equal(login, result.Origin));
        Assert.Equal([4, 8], results.Select(result => result.Line));
        Assert.Equal((File.Path, 4, 1), (Read([Up, Container(1)])[0].Origin.File, Read([Up, Container(1)])[0].Origin.Line, Read([Up, Container(1)])[0].Origin.Column));
    }

    [Theory]
    [InlineData("Pester's report breaks off. The command ended with exit code 1.", "1")]
    [InlineData("No test failed, but the command ended with exit code 1.", "1", """{"kind":"container","result":"Passed","tests":1}""")]
    [InlineData("Pester ran 2 tests, and the reports of 1 arrived.", "0", """{"kind":"container","result":"Passed","tests":2}""")]
    [InlineData("Pester says that the file failed, but not why.", "0", """{"kind":"container","result":"Failed","tests":1}""")]
    [InlineData("1 lines of Pester's report cannot be read.", "0", """{"kind":"container","result":"Passed","tests":1}""", """{"kind":"te""")]
    public void Reports_that_contradict_themselves_fail(string message, string exit, params string[] more) =>
        Assert.Equal(["Passed is up: ", $"Failed web.Tests.ps1: {message}"], Shown(Read([Up, .. more], exit)));

    [Fact]
    public void A_failing_setup_outside_of_all_blocks_is_named()
    {
        var prevented = """{"kind":"test","path":["Web","is up"],"line":4,"result":"Failed","executed":false,"shouldRun":true}""";
        const string Stack = @"bei <ScriptBlock>, C:\\t\\WEB.Tests.ps1: Zeile 2";
        var block = $$"""{"kind":"block","path":[],"result":"Failed","errors":[{"message":"no module","stack":"{{Stack}}"}]}""";
        var result = Assert.Single(Read([prevented, block, Container(1)]));
        Assert.Equal(("BeforeAll of the file failed: no module", 2), (result.Message, result.Line));
        Assert.Equal("bei <ScriptBlock> in /project/tests/web.Tests.ps1:line 2", result.Details);
        Assert.Equal(
            "It did not run: a block around it failed, and the report does not say why.",
            Read([prevented, Container(1)]).Select(found => found.Message).First());
    }

    [Fact]
    public void Errors_of_the_file_that_prevent_its_tests_are_told_once()
    {
        var prevented = """{"kind":"test","path":["Web","is up"],"line":4,"result":"Failed","executed":false,"shouldRun":true}""";
        var container = """{"kind":"container","result":"Failed","tests":1,"errors":[{"message":"no module"}]}""";
        Assert.Equal(["Failed is up: BeforeAll of the file failed: no module"], Shown(Read([prevented, container], exit: "1")));
        Assert.Equal(["Passed is up: ", "Failed web.Tests.ps1: no module"], Shown(Read([Up, container], exit: "1")));
    }

    [Fact]
    public void A_test_whose_name_the_run_filled_in_has_reported()
    {
        var run = new FileRun(File, Sample.Report([Up.Replace("is up", "port 80")], exit: ""), Known("port $port:4", "port $other:9"));
        Assert.Equal(["port 80", "port $other"], PesterResults.Read(run).Select(result => result.Path[^1]));
    }

    [Fact]
    public void A_place_outside_of_the_file_leaves_the_line_of_the_test()
    {
        var elsewhere = Down.Replace("\"no\"", "\"no\",\"file\":\"/t/other.ps1\",\"line\":77,\"stack\":\"at X, /t/other.ps1: line 77\"");
        Assert.Equal((8, "at X, /t/other.ps1: line 77"), Read([elsewhere, Container(1)]).Select(found => (found.Line, found.Details)).Single());
    }

    [Theory]
    [InlineData("""{"kind":"test","path":"Alone","line":"x","result":5,"ms":1e300,"tags":null,"errors":{"message":["a"]}}""")]
    [InlineData("""{"kind":"test","path":["\ud83d","\u001b[31m"],"line":-4,"result":"Failed","ms":-1,"errors":[{"message":"\udc00"}]}""")]
    [InlineData("""{"kind":"test"}""")]
    public void Values_of_another_kind_do_not_stop_the_reader(string line) =>
        Assert.Contains(Read([line, Container(1)]), result => result.State == TestState.Failed);

    [Fact]
    public void Half_a_character_becomes_a_visible_one()
    {
        var line = """{"kind":"test","path":["a"],"result":"Failed","errors":[{"message":"\udc00 \\ud83d \ud83d\ude00 \u001b"}]}""";
        Assert.Equal("\uFFFD \\ud83d 😀 \u001b", Read([line, Container(1)])[0].Message);
        Assert.Equal("\uFFFD", Read([line.Replace(@"\udc00 \\ud83d \ud83d\ude00 \u001b", "\ud800"), Container(1)])[0].Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("null")]
    public void Garbage_fails_the_file(string line) => Assert.Equal(TestState.Failed, Assert.Single(Read([line])).State);

    [Fact]
    public void Deep_and_long_lines_end_soon()
    {
        var deep = new string('[', 500_000);
        var longText = Down.Replace("\"no\"", $"\"{new string('x', 1_000_000)}\",\"stack\":\"{new string('a', 500_000)}\"");
        Assert.Equal(1_000_000, Read([longText, deep, Container(1)])[0].Message.Length);
    }

    private static string Container(int tests) => $$"""{"kind":"container","result":"Passed","tests":{{tests}},"errors":[]}""";

    private static ImmutableArray<TestResult> Read(IEnumerable<string> lines, string exit = "0") =>
        PesterResults.Read(new FileRun(File, Sample.Report(lines, exit), []));

    private static ImmutableArray<TestCase> Known(params string[] tests) =>
    [
        .. tests.Select(test => test.Split(':')).Select(parts =>
            new TestCase(TestId.Of(File, ["Web", parts[0]], int.Parse(parts[1]), 1), File.Path, int.Parse(parts[1]), ["Web", parts[0]])),
    ];

    private static IEnumerable<string> Shown(ImmutableArray<TestResult> results) =>
        results.Select(result => $"{result.State} {result.Path[^1]}: {result.Message}");
}
