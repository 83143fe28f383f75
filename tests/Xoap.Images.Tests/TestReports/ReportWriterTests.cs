using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using Xoap.Images.TestReports;
using TestResult = Xoap.Images.TestReports.TestResult;

namespace Xoap.Images.Tests.TestReports;

/// <summary>TRX and JUnit files of the same results.</summary>
public class ReportWriterTests
{
    private const string Trx = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}";
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(1));

    private static readonly TestReport Report = Of(
        ("qemu", [
            Result("is up", TestState.Passed) with { Output = "hello\r\nworld", Tags = ["Smoke", "Web"] },
            Result("serves", TestState.Failed) with
            {
                Message = "got 404", Details = "at web.bats:line 5", Line = 5, Duration = TimeSpan.FromMilliseconds(1500),
            },
            Result("is fast", TestState.Skipped) with { Message = "no cache" },
        ]),
        ("azure", [Result("is up", TestState.Passed)]));

    [Fact]
    public void A_trx_file_has_each_result_with_its_test()
    {
        var trx = Valid(TrxWriter.Write(Report), "trx.xsd");
        var results = trx.Descendants(Trx + "UnitTestResult").ToList();
        Assert.Equal(
            [
                "web > is up (qemu) Passed 00:00:00.0120000",
                "web > serves (qemu) Failed 00:00:01.5000000",
                "web > is fast (qemu) NotExecuted 00:00:00.0120000",
                "web > is up (azure) Passed 00:00:00.0120000",
            ],
            results.Select(result => Values(result, "testName", "outcome", "duration")));
        Assert.Equal("got 404", results[1].Descendants(Trx + "Message").Single().Value);
        Assert.Equal("at web.bats:line 5", results[1].Descendants(Trx + "StackTrace").Single().Value);
        Assert.Equal("hello\r\nworld", results[0].Descendants(Trx + "StdOut").Single().Value);
        Assert.Equal("no cache", results[2].Descendants(Trx + "Message").Single().Value);
        var tests = trx.Descendants(Trx + "UnitTest").ToList();
        Assert.Equal(
            ["qemu.web is up", "qemu.web serves", "qemu.web is fast", "azure.web is up"],
            tests.Select(test => Values(test.Element(Trx + "TestMethod")!, "className", "name").Replace("web > ", "")));
        Assert.Equal(["Smoke", "Web"], tests[0].Descendants(Trx + "TestCategoryItem").Select(item => item.Attribute("TestCategory")!.Value));
        var summary = trx.Descendants(Trx + "ResultSummary").Single();
        Assert.Equal("Failed", Values(summary, "outcome"));
        Assert.Equal("4 3 2 1 1", Values(summary.Element(Trx + "Counters")!, "total", "executed", "passed", "failed", "notExecuted"));
        Assert.Equal("2026-11-20T09:30:01.5000000+01:00", results[1].Attribute("endTime")!.Value);
    }

    [Fact]
    public void A_junit_file_has_a_suite_for_each_file_of_each_variant()
    {
        var junit = Valid(JUnitWriter.Write(Report), "junit.xsd");
        Assert.Equal(
            ["qemu.web 3 1 1 1.524", "azure.web 1 0 0 0.012"],
            junit.Descendants("testsuite").Select(suite => Values(suite, "name", "tests", "failures", "skipped", "time")));
        var failed = junit.Descendants("testcase").ElementAt(1);
        Assert.Equal("qemu.web web > serves 1.500 /project/tests/web.bats 5", Values(failed, "classname", "name", "time", "file", "line"));
        Assert.Equal("got 404", Values(failed.Element("failure")!, "message"));
        Assert.Equal("got 404\nat web.bats:line 5", failed.Element("failure")!.Value);
        Assert.Equal("no cache", junit.Descendants("skipped").Single().Attribute("message")!.Value);
        Assert.Equal("hello\r\nworld", junit.Descendants("system-out").Single().Value);
        Assert.Equal("4 1 60.000", Values(junit.Root!, "tests", "failures", "time"));
    }

    [Fact]
    public void Each_test_has_its_own_time_in_both()
    {
        var report = Of(("qemu", [
            Result("is up", TestState.Passed) with { Started = Start.AddSeconds(40) },
            Result("serves", TestState.Passed) with { Started = Start.AddSeconds(41), Duration = TimeSpan.FromSeconds(2) },
            Result("is fast", TestState.Passed) with { File = "/project/tests/load.bats" },
        ]));
        Assert.Equal(
            [
                "2026-11-20T09:30:40.0000000+01:00 2026-11-20T09:30:40.0120000+01:00",
                "2026-11-20T09:30:41.0000000+01:00 2026-11-20T09:30:43.0000000+01:00",
                "2026-11-20T09:30:00.0000000+01:00 2026-11-20T09:30:00.0120000+01:00",
            ],
            Valid(TrxWriter.Write(report), "trx.xsd").Descendants(Trx + "UnitTestResult").Select(result => Values(result, "startTime", "endTime")));
        Assert.Equal(
            ["2026-11-20T09:30:40+01:00", "2026-11-20T09:30:00+01:00"],
            Valid(JUnitWriter.Write(report), "junit.xsd").Descendants("testsuite").Select(suite => Values(suite, "timestamp")));
    }

    [Fact]
    public void The_schema_takes_what_dotnet_test_writes_and_refuses_what_it_never_would()
    {
        var real = Sample.Read("trx", "dotnet-test.trx");
        Assert.Equal(3, Valid(real, "trx.xsd").Descendants(Trx + "UnitTestResult").Count());
        Assert.Throws<XmlSchemaValidationException>(() => Valid(real.Replace("outcome=\"NotExecuted\"", "outcome=\"Skipped\""), "trx.xsd"));
        Assert.Throws<XmlSchemaValidationException>(() => Valid(real.Replace("pending=\"0\"", ""), "trx.xsd"));
        Assert.Throws<XmlSchemaValidationException>(() => Valid(real.Replace("testId=\"ae5bd018", "testId=\"ae5bd019"), "trx.xsd"));
    }

    [Fact]
    public void The_same_results_have_the_same_ids_and_every_result_its_own()
    {
        Assert.Equal(TrxWriter.Write(Report), TrxWriter.Write(Report));
        var twice = Of(
            ("a", [Result("x", TestState.Passed), Result("x", TestState.Passed)]),
            ("b", [Result("x", TestState.Passed), Result("\uD800", TestState.Passed), Result("\uD801", TestState.Passed)]));
        var ids = Ids(twice);
        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(ids, Ids(twice with { Started = Start.AddDays(1) }));
    }

    [Fact]
    public void A_run_without_results_is_a_file_too()
    {
        Assert.Equal("Completed", Valid(TrxWriter.Write(Of()), "trx.xsd").Descendants(Trx + "ResultSummary").Single().Attribute("outcome")!.Value);
        Assert.Empty(Valid(JUnitWriter.Write(Of()), "junit.xsd").Descendants("testsuite"));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<TestRun ", TrxWriter.Write(Of()));
    }

    [Theory]
    [InlineData("]]> <b>&amp; \"'", "]]> <b>&amp; \"'")]
    [InlineData("\u001b[31mred\u001b[0m\0\b\uFFFE", @"\x1B[31mred\x1B[0m\x00\x08\uFFFE")]
    [InlineData(" tab\tline\nreturn\r both\r\n ", " tab\tline\nreturn\r both\r\n ")]
    [InlineData("\u0085\u2028\u00AD", "\u0085\u2028\u00AD")]
    public void Hostile_text_comes_out_as_it_went_in_or_visibly(string text, string expected) => AssertHeld(text, expected);

    [Fact]
    public void Half_a_character_is_shown() => AssertHeld("\uD83D \uDE00 \uD83D\uDE00", "\\uD83D \\uDE00 \uD83D\uDE00");

    [Fact]
    public void Long_text_comes_out_whole()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789ABCDE\u001b", 65536));
        AssertHeld(text, text.Replace("\u001b", @"\x1B"));
    }

    [Fact]
    public void Any_text_comes_out() => Prop.ForAll<string>(text => AssertHeld(text ?? "", SafeXml.Of(text ?? ""))).QuickCheckThrowOnFailure();

    private static void AssertHeld(string text, string expected)
    {
        var report = Of((text, [
            Result(text, TestState.Failed) with { Message = text, Details = text, Output = text, Tags = [text] },
            Result(text, TestState.Failed) with { Message = text, Details = text, Output = text, Tags = [text] },
        ]));
        report = report with { Name = text, Computer = text };
        var trx = Valid(TrxWriter.Write(report), "trx.xsd");
        Assert.All(trx.Descendants(Trx + "UnitTestResult"), result => Assert.Equal("web > " + expected, result.Attribute("testName")!.Value));
        foreach (var name in text.Length > 0 ? new[] { "Message", "StackTrace", "StdOut" } : [])
        {
            Assert.All(trx.Descendants(Trx + name), element => Assert.Equal(expected, element.Value));
            Assert.Equal(2, trx.Descendants(Trx + name).Count());
        }

        Assert.All(trx.Descendants(Trx + "TestCategoryItem"), item => Assert.Equal(expected, item.Attribute("TestCategory")!.Value));
        var junit = Valid(JUnitWriter.Write(report), "junit.xsd");
        Assert.Equal(["web > " + expected, "web > " + expected], junit.Descendants("testcase").Select(test => test.Attribute("name")!.Value));
        Assert.All(junit.Descendants("failure"), failure => Assert.Equal(expected, failure.Attribute("message")!.Value));
        Assert.All(junit.Descendants("failure"), failure => Assert.Equal(text.Length > 0 ? $"{expected}\n{expected}" : "", failure.Value));
        Assert.All(junit.Descendants("system-out"), output => Assert.Equal(expected, output.Value));
    }

    private static List<string> Ids(TestReport report) =>
        [.. Valid(TrxWriter.Write(report), "trx.xsd").Descendants(Trx + "UnitTest").Select(test => Values(test, "id"))];

    private static string Values(XElement element, params string[] attributes) =>
        string.Join(' ', attributes.Select(name => element.Attribute(name)!.Value));

    private static XDocument Valid(string xml, string schema)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, DtdProcessing = DtdProcessing.Prohibit };
        using var schemaReader = XmlReader.Create(new StringReader(Sample.Read("trx", schema)));
        settings.Schemas.Add(null, schemaReader);
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, problem) => throw new XmlSchemaValidationException(problem.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static TestReport Of(params (string Name, ImmutableArray<TestResult> Results)[] variants) => new(
        "debian-web", "computer", Start, Start.AddMinutes(1),
        [.. variants.Select(variant => new VariantResults(variant.Name, Start, variant.Results))]);

    private static TestResult Result(string name, TestState state) => new(
        TestId.Of(Sample.TestFile("web.bats"), ["web", name], 3, 1), "/project/tests/web.bats", 3, ["web", name], state,
        TimeSpan.FromMilliseconds(12));
}
