using System.Globalization;
using System.Xml;

namespace Xoap.Images.TestReports;

/// <summary>Results as JUnit's XML in the form that Jenkins and most CI services read: a suite for each file of each variant.</summary>
internal static class JUnitWriter
{
    public static string Write(TestReport report) => SafeXml.Document(xml =>
    {
        xml.WriteStartElement("testsuites");
        xml.Attribute("name", report.Name);
        WriteCounts(xml, [.. report.Results], report.Ended - report.Started);
        foreach (var variant in report.Variants)
        {
            foreach (var file in variant.Results.GroupBy(result => result.File))
            {
                WriteSuite(xml, report, variant, file.Key, [.. file]);
            }
        }

        xml.WriteEndElement();
    });

    private static void WriteSuite(XmlWriter xml, TestReport report, VariantResults variant, string file, List<TestResult> results)
    {
        xml.WriteStartElement("testsuite");
        xml.Attribute("name", $"{variant.Variant}.{TestNames.Stem(file)}");
        WriteCounts(xml, results, Sum(results));
        xml.Attribute("timestamp", (results.Min(result => result.Started) ?? variant.Started).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        xml.Attribute("hostname", report.Computer);
        xml.Attribute("file", file);
        foreach (var result in results)
        {
            WriteCase(xml, variant, result);
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, VariantResults variant, TestResult result)
    {
        xml.WriteStartElement("testcase");
        xml.Attribute("name", TestNames.Display(result.Path));
        xml.Attribute("classname", $"{variant.Variant}.{TestNames.Stem(result.File)}");
        xml.Attribute("time", Seconds(result.Duration));
        xml.Attribute("file", result.File);
        if (result.Line > 0)
        {
            xml.Attribute("line", result.Line);
        }

        if (result.State == TestState.Failed)
        {
            xml.WriteStartElement("failure");
            xml.Attribute("message", result.Message);
            xml.Attribute("type", "Failed");

            // Some services show only the attribute, others only the text.
            xml.WriteString(SafeXml.Of(result.Details.Length > 0 ? $"{result.Message}\n{result.Details}" : result.Message));
            xml.WriteEndElement();
        }
        else if (result.State == TestState.Skipped)
        {
            xml.WriteStartElement("skipped");
            xml.Attribute("message", result.Message);
            xml.WriteEndElement();
        }

        xml.Text("system-out", result.Output);
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, List<TestResult> results, TimeSpan time)
    {
        xml.Attribute("tests", results.Count);
        xml.Attribute("failures", results.Count(result => result.State == TestState.Failed));
        xml.Attribute("errors", 0);
        xml.Attribute("skipped", results.Count(result => result.State == TestState.Skipped));
        xml.Attribute("time", Seconds(time));
    }

    private static TimeSpan Sum(IEnumerable<TestResult> results) => TimeSpan.FromSeconds(results.Sum(result => result.Duration.TotalSeconds));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
