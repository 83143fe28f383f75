using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Xoap.Images.TestReports;

/// <summary>A test in JUnit's XML.</summary>
/// <param name="Path">The names of its suites, its class and its own.</param>
/// <param name="Element">The testcase.</param>
internal sealed record JUnitCase(ImmutableArray<string> Path, XElement Element)
{
    public string Text(string attribute) => Element.Attribute(attribute)?.Value ?? "";

    /// <summary>Elements of that name, whatever their namespace.</summary>
    public IEnumerable<XElement> All(string name) => Element.Elements().Where(element => element.Name.LocalName == name);
}

/// <summary>JUnit's XML as a command in the guest wrote it.</summary>
/// <param name="Faults">How many failures and errors its root counts; null when it does not count them.</param>
internal sealed record JUnitReport(ImmutableArray<JUnitCase> Cases, long? Faults)
{
    private const int DeepestElement = 100;
    private const double LongestSeconds = 1e8;

    /// <param name="problem">Why it cannot be read; empty when it can.</param>
    public static JUnitReport? Read(string text, out string problem)
    {
        try
        {
            problem = Problem(text);
            return problem.Length > 0 ? null : Read(text);
        }
        catch (XmlException error)
        {
            problem = text.Contains("<!DOCTYPE", StringComparison.Ordinal)
                ? "The report has a document type (<!DOCTYPE …>), which is not read."
                : $"The report is no XML that can be read: {error.Message}";
            return null;
        }
    }

    /// <summary>Seconds with a point or, from a machine of another language, a comma.</summary>
    public static TimeSpan Duration(string time)
    {
        var mark = time.LastIndexOfAny(['.', ',']);
        var whole = mark < 0 ? time : time[..mark].Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var plain = mark < 0 ? whole : $"{whole}.{time[(mark + 1)..]}";
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(double.IsNaN(seconds) ? 0 : seconds, 0, LongestSeconds))
            : TimeSpan.Zero;
    }

    private static IEnumerable<JUnitCase> Find(XElement element, ImmutableArray<string> suites)
    {
        var name = element.Name.LocalName == "testsuite" ? element.Attribute("name")?.Value ?? "" : "";
        suites = name.Length > 0 ? suites.Add(name) : suites;
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == "testcase")
            {
                var owner = child.Attribute("classname")?.Value ?? "";
                var classes = owner.Length > 0 && (suites.IsEmpty || suites[^1] != owner) ? suites.Add(owner) : suites;
                yield return new(classes.Add(child.Attribute("name")?.Value ?? ""), child);
            }
            else if (child.Name.LocalName == "testsuite")
            {
                foreach (var inner in Find(child, suites))
                {
                    yield return inner;
                }
            }
        }
    }

    private static long? Count(XElement root)
    {
        var (failures, errors) = (Number(root.Attribute("failures")), Number(root.Attribute("errors")));
        return failures is null && errors is null ? null : (failures ?? 0) + (errors ?? 0);
    }

    private static long? Number(XAttribute? attribute) =>
        long.TryParse(attribute?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JUnitReport Read(string text)
    {
        using var reader = Reader(text);
        var root = XDocument.Load(reader).Root!;
        return new([.. Find(root, [])], Count(root));
    }

    private static string Problem(string text)
    {
        using var reader = Reader(text);
        var root = "";
        while (reader.Read())
        {
            root = root.Length == 0 && reader.NodeType == XmlNodeType.Element ? reader.LocalName : root;
            if (reader.Depth > DeepestElement)
            {
                return $"The report has elements that are more than {DeepestElement.ToString(CultureInfo.InvariantCulture)} deep within each other.";
            }
        }

        return root is "testsuites" or "testsuite" ? "" : $"The report begins with <{root}>, and JUnit's with <testsuites> or <testsuite>.";
    }

    /// <summary>Entities are forbidden; <c>&amp;#x1B;</c>, which some frameworks write, is not.</summary>
    private static XmlReader Reader(string text) => XmlReader.Create(
        new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
}
