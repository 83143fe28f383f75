using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Xml;

namespace Xoap.Images.TestReports;

/// <summary>Results in the form of Visual Studio's test tools, which CI services read: a .trx file.</summary>
internal static class TrxWriter
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // These three are the same in every .trx file.
    private const string UnitTestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string NotInAList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";
    private const string AllLoaded = "19431567-8539-422a-85d7-44ee4e166bda";

    public static string Write(TestReport report)
    {
        var entries = Entries(report);
        return SafeXml.Document(xml =>
        {
            xml.WriteStartElement("TestRun", Namespace);
            xml.Attribute("id", Id("run", report.Name, Time(report.Started)));
            xml.Attribute("name", $"{report.Name} {report.Started.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}");
            WriteTimes(xml, report);
            WriteEach(xml, "Results", entries, entry => WriteResult(xml, entry, report));
            WriteEach(xml, "TestDefinitions", entries, entry => WriteDefinition(xml, entry));
            WriteEach(xml, "TestEntries", entries, entry =>
            {
                xml.WriteStartElement("TestEntry");
                xml.Attribute("testId", entry.TestId);
                xml.Attribute("executionId", entry.ExecutionId);
                xml.Attribute("testListId", NotInAList);
                xml.WriteEndElement();
            });
            WriteEach(xml, "TestLists", [("Results Not in a List", NotInAList), ("All Loaded Results", AllLoaded)], list =>
            {
                xml.WriteStartElement("TestList");
                xml.Attribute("name", list.Item1);
                xml.Attribute("id", list.Item2);
                xml.WriteEndElement();
            });
            WriteSummary(xml, report);
            xml.WriteEndElement();
        });
    }

    private static ImmutableArray<Entry> Entries(TestReport report)
    {
        var ordinals = new Ordinals();
        return
        [
            .. from variant in report.Variants
               from result in variant.Results
               let ordinal = ordinals.Next($"{variant.Variant}\0{result.Id}").ToString(CultureInfo.InvariantCulture)
               select new Entry(
                   Id("test", variant.Variant, result.Id, ordinal),
                   Id("execution", variant.Variant, result.Id, ordinal, Time(report.Started)),
                   TestNames.Display(result.Path) + (report.Variants.Length > 1 ? $" ({variant.Variant})" : ""),
                   variant,
                   result),
        ];
    }

    private static void WriteEach<T>(XmlWriter xml, string name, ImmutableArray<T> values, Action<T> write)
    {
        xml.WriteStartElement(name);
        foreach (var value in values)
        {
            write(value);
        }

        xml.WriteEndElement();
    }

    private static void WriteTimes(XmlWriter xml, TestReport report)
    {
        xml.WriteStartElement("Times");
        xml.Attribute("creation", Time(report.Started));
        xml.Attribute("queuing", Time(report.Started));
        xml.Attribute("start", Time(report.Started));
        xml.Attribute("finish", Time(report.Ended));
        xml.WriteEndElement();
    }

    private static void WriteResult(XmlWriter xml, Entry entry, TestReport report)
    {
        var result = entry.Result;
        xml.WriteStartElement("UnitTestResult");
        xml.Attribute("executionId", entry.ExecutionId);
        xml.Attribute("testId", entry.TestId);
        xml.Attribute("testName", entry.Name);
        xml.Attribute("computerName", report.Computer);
        xml.Attribute("duration", result.Duration.ToString(result.Duration.Days > 0 ? "c" : @"hh\:mm\:ss\.fffffff", CultureInfo.InvariantCulture));
        var started = result.Started ?? entry.Variant.Started;
        xml.Attribute("startTime", Time(started));
        xml.Attribute("endTime", Time(started + result.Duration));
        xml.Attribute("testType", UnitTestType);
        xml.Attribute("outcome", result.State switch { TestState.Passed => "Passed", TestState.Failed => "Failed", _ => "NotExecuted" });
        xml.Attribute("testListId", NotInAList);
        xml.Attribute("relativeResultsDirectory", entry.ExecutionId);
        if (result.Output.Length + result.Message.Length + result.Details.Length > 0)
        {
            xml.WriteStartElement("Output");
            xml.Text("StdOut", result.Output);
            if (result.Message.Length + result.Details.Length > 0)
            {
                xml.WriteStartElement("ErrorInfo");
                xml.Text("Message", result.Message);
                xml.Text("StackTrace", result.Details);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteDefinition(XmlWriter xml, Entry entry)
    {
        var result = entry.Result;
        xml.WriteStartElement("UnitTest");
        xml.Attribute("name", entry.Name);
        xml.Attribute("storage", result.File);
        xml.Attribute("id", entry.TestId);
        if (result.Tags.Length > 0)
        {
            WriteEach(xml, "TestCategory", result.Tags, tag =>
            {
                xml.WriteStartElement("TestCategoryItem");
                xml.Attribute("TestCategory", tag);
                xml.WriteEndElement();
            });
        }

        xml.WriteStartElement("Execution");
        xml.Attribute("id", entry.ExecutionId);
        xml.WriteEndElement();
        xml.WriteStartElement("TestMethod");
        xml.Attribute("codeBase", result.File);
        xml.Attribute("adapterTypeName", "executor://xoap.images/");
        xml.Attribute("className", $"{entry.Variant.Variant}.{TestNames.Stem(result.File)}");
        xml.Attribute("name", TestNames.Display(result.Path));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSummary(XmlWriter xml, TestReport report)
    {
        int Count(TestState state) => report.Results.Count(result => result.State == state);
        var (passed, failed, skipped) = (Count(TestState.Passed), Count(TestState.Failed), Count(TestState.Skipped));
        xml.WriteStartElement("ResultSummary");
        xml.Attribute("outcome", report.Failed ? "Failed" : "Completed");
        xml.WriteStartElement("Counters");
        xml.Attribute("total", passed + failed + skipped);
        xml.Attribute("executed", passed + failed);
        xml.Attribute("passed", passed);
        xml.Attribute("failed", failed);
        string[] never = ["error", "timeout", "aborted", "inconclusive", "passedButRunAborted", "notRunnable"];
        foreach (var name in never)
        {
            xml.Attribute(name, 0);
        }

        xml.Attribute("notExecuted", skipped);
        foreach (var name in (string[])["disconnected", "warning", "completed", "inProgress", "pending"])
        {
            xml.Attribute(name, 0);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The same id for the same words, in every run and on every machine.</summary>
    private static string Id(params string[] words) =>
        new Guid(SHA256.HashData(MemoryMarshal.AsBytes(string.Join('\0', words).AsSpan())).AsSpan(0, 16)).ToString();

    private sealed record Entry(string TestId, string ExecutionId, string Name, VariantResults Variant, TestResult Result);
}
