using System.Xml.Linq;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Validation.Rules;

/// <summary>Each component of a Windows answer file is there for the architecture that is installed.</summary>
internal static class AnswerFileComponentsFitTheArchitecture
{
    private const string Attribute = "processorArchitecture";

    public static void Check(AnswerFile answers, DiagnosticBag diagnostics)
    {
        var expected = answers.System.Architecture == "arm64" ? "arm64" : "amd64";
        var reported = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        // An answer file may serve several architectures with a component for each.
        foreach (var same in answers.Elements("component").GroupBy(component => (component.Parent, Name(component))))
        {
            var attributes = same.Select(component => component.Attribute(Attribute)).OfType<XAttribute>().ToArray();
            if (attributes.Length > 0 && !attributes.Any(attribute => Fits(attribute.Value, expected)) && reported.Add(attributes[0].Value))
            {
                diagnostics.Add(AnswerFileDiagnostics.ComponentOfOtherArchitecture(
                    answers.Place(attributes[0]), same.Key.Item2, attributes[0].Value, answers.System.Name, expected));
            }
        }
    }

    private static bool Fits(string actual, string expected) =>
        string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase)
        || string.Equals(actual, "neutral", StringComparison.OrdinalIgnoreCase)
        || actual.Contains(TemplateText.Unknown, StringComparison.Ordinal);

    private static string Name(XElement component) => component.Attribute("name")?.Value ?? "";
}
