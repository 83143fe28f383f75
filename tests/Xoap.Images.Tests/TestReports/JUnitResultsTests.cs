using System.Collections.Immutable;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

public class JUnitResultsTests
{
    private static readonly TestFile File = Sample.TestFile("web.sh");

    [Fact]
    public void Tests_of_nested_suites_are_read()
    {
        var results = Read("""
            making the report
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites tests="7" failures="2" errors="1">
              <properties><property name="a" value="b"/></properties>
              <testsuite name="web">
                <testsuite name="pages">
                  <testcase name="is served" classname="web.Pages" time="0.012"/>
                  <testcase name="is small" classname="pages" time="1,5" file="/t/web.sh" line="7">
                    <failure message="got 404" type="Assertion">at web.sh:7</failure>
                  </testcase>
                </testsuite>
                <testcase name="breaks"><error type="Crash"/><system-out>
            hello
            </system-out><system-err>bad</system-err></testcase>
                <testcase name="only text" time="1,234.5"><failure>
                  first &lt;b&gt; ]]&gt;
                </failure></testcase>
              </testsuite>
              <testcase name="is skipped" time="x"><skipped message="no network"/></testcase>
              <testcase name="is skipped" line="9"><skipped>no reason</skipped></testcase>
              <testcase><skipped/></testcase>
            </testsuites>
            """, exit: "1");
        Assert.Equal(
            """
            0 Passed web/pages/web.Pages/is served 12 
            7 Failed web/pages/is small 1500 got 404
            0 Failed web/breaks 0 Crash
            0 Failed web/only text 1234500 first <b> ]]>
            0 Skipped is skipped 0 no network
            0 Skipped is skipped 0 no reason
            0 Skipped  0 
            """,
            Shown(results));
        Assert.Equal(("at web.sh:7", "hello\nbad"), (results[1].Details, results[2].Output));
        Assert.Equal(7, results.Select(result => result.Id).Distinct().Count());
    }

    [Fact]
    public void What_JUnitWriter_writes_is_read_back()
    {
        var start = DateTimeOffset.UnixEpoch;
        var original = Read("<testsuite name='a'><testcase name='x'/><testcase name='y'><failure message='no'/></testcase></testsuite>", exit: "1");
        var report = new TestReport("image", "computer", start, start, [new("qemu", start, original)]);
        var again = Read(JUnitWriter.Write(report), exit: "1");
        Assert.Equal("0 Passed qemu.web/a > x 0 \n0 Failed qemu.web/a > y 0 no", Shown(again));
    }

    [Theory]
    [InlineData("", "The command reported nothing.")]
    [InlineData("Segmentation fault", "The report is no XML.")]
    [InlineData("<testsuite><testcase name='a'/>", "The report is no XML that can be read: *")]
    [InlineData("<testsuite/><testsuite/>", "The report is no XML that can be read: *")]
    [InlineData("<html/>", "The report begins with <html>, and JUnit's with <testsuites> or <testsuite>.")]
    [InlineData("<testsuite tests='0'/>", "No test ran.")]
    [InlineData(
        "<!DOCTYPE t [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='&a;'/></testsuite>",
        "The report has a document type (<!DOCTYPE …>), which is not read.")]
    [InlineData(
        "<!DOCTYPE t [<!ENTITY a 'aaa'><!ENTITY b '&a;&a;&a;'>]><testsuite><testcase name='&b;'/></testsuite>",
        "The report has a document type (<!DOCTYPE …>), which is not read.")]
    public void What_is_no_report_is_one_failure_that_says_so(string text, string message)
    {
        var result = Assert.Single(Read(text));
        Assert.Equal((TestState.Failed, "tests/web.sh"), (result.State, result.Id));
        Assert.StartsWith(message.TrimEnd('*'), result.Message);
        Assert.True(message.EndsWith('*') || result.Message == message, result.Message);
    }

    [Fact]
    public void What_the_runner_says_stands_alone_when_there_is_no_report()
    {
        var report = new GuestReport();
        report.Add("xoap-test 001 begin web.sh");
        report.Add("xoap-test 001 fail It wrote no results to /tmp/x.xml.");
        Assert.Equal("It wrote no results to /tmp/x.xml.", Assert.Single(JUnitResults.Read(new FileRun(File, report.File(1), []))).Message);
    }

    [Fact]
    public void Failures_that_are_only_counted_are_told()
    {
        var results = Read("<testsuites failures='0' errors='2'><testsuite><testcase name='a'/></testsuite></testsuites>");
        Assert.Equal("The report counts 2 failures and errors, and shows 0 of them.", results[^1].Message);
    }

    [Theory]
    [InlineData("0", "No test failed, but the command ended with exit code 3.", "3")]
    [InlineData("1", "The report breaks off before the tests ended.", "")]
    public void The_exit_code_and_the_end_are_believed(string failures, string message, string exit) =>
        Assert.Equal(message, Read($"<testsuite failures='{failures}'><testcase name='a'/></testsuite>", exit)[^1].Message.Split('\n')[0]);

    [Fact]
    public void Control_characters_are_read()
    {
        var results = Read("<testsuite><testcase name='&#x1B;[31m'><failure message='raw \u001b'/></testcase></testsuite>", exit: "1");
        Assert.Equal(("\u001b[31m", @"raw \x1B"), (results[0].Path[0], results[0].Message));
    }

    [Fact]
    public void Deep_and_long_reports_end_soon()
    {
        var deep = string.Concat(Enumerable.Repeat("<testsuite name='a'>", 100_000));
        Assert.Contains("more than 100 deep", Assert.Single(Read(deep)).Message);
        Assert.Contains("more than 100 deep", Assert.Single(Read("<testsuite><testcase>" + deep)).Message);
        var text = new string('x', 1_000_000);
        Assert.Equal(text, Read($"<testsuite><testcase name='{text}'/></testsuite>")[0].Path[0]);
    }

    [Theory]
    [InlineData("0.5", 500)]
    [InlineData("0,5", 500)]
    [InlineData("1.234,5", 1_234_500)]
    [InlineData("1,234.5", 1_234_500)]
    [InlineData("12", 12_000)]
    [InlineData("-3", 0)]
    [InlineData("NaN", 0)]
    [InlineData("1e400", 100_000_000_000)]
    [InlineData("", 0)]
    public void Times_of_every_language_are_read(string time, double milliseconds) =>
        Assert.Equal(milliseconds, JUnitReport.Duration(time).TotalMilliseconds);

    private static ImmutableArray<TestResult> Read(string text, string exit = "0") =>
        JUnitResults.Read(new FileRun(File, Sample.Report(text.Length > 0 ? text.Split('\n') : [], exit), []));

    private static string Shown(ImmutableArray<TestResult> results) => string.Join(
        '\n',
        results.Select(result =>
            $"{result.Line} {result.State} {string.Join('/', result.Path)} {result.Duration.TotalMilliseconds} {result.Message}"));
}
