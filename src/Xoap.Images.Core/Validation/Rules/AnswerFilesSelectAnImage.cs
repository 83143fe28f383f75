using System.Xml.Linq;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Validation.Rules;

/// <summary>Windows Setup is told which edition of its medium to install, and it is the one that the operating system says.</summary>
internal static class AnswerFilesSelectAnImage
{
    private const string Setup = "Microsoft-Windows-Setup";

    public static void Check(AnswerFile answers, DiagnosticBag diagnostics)
    {
        var images = answers.Elements("MetaData")
            .Where(image => Child(image, "Key").StartsWith("/IMAGE/", StringComparison.OrdinalIgnoreCase)
                || Child(image, "Key").Contains(TemplateText.Unknown, StringComparison.Ordinal))
            .ToArray();
        var setup = answers.Elements("component").FirstOrDefault(component => component.Attribute("name")?.Value == Setup);
        if (setup is not null && images.Length == 0 && !answers.Elements("ProductKey").Any(key => key.Value.Trim().Length > 0))
        {
            diagnostics.Add(AnswerFileDiagnostics.NoImageSelected(answers.Place(setup)));
        }

        foreach (var image in images)
        {
            var (name, edition) = (Child(image, "Value"), answers.System.Edition);
            if (string.Equals(Child(image, "Key"), "/IMAGE/NAME", StringComparison.OrdinalIgnoreCase)
                && edition.Length > 0
                && !name.Contains(TemplateText.Unknown, StringComparison.Ordinal)
                && !Letters(name).Contains(Letters(edition), StringComparison.OrdinalIgnoreCase))
            {
                diagnostics.Add(AnswerFileDiagnostics.OtherEdition(answers.Place(image), name, answers.System.Name, edition));
            }
        }
    }

    /// <summary>SERVERSTANDARD and "Server Standard" are one.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim() ?? "";
}
