using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Validation.Rules;
using OperatingSystem = Xoap.Images.Model.OperatingSystem;

namespace Xoap.Images.Validation.AnswerFiles;

/// <summary>Checks what installers are told: a mistake here shows itself after half an hour, as a machine that nobody can reach.</summary>
internal static partial class AnswerFileRules
{
    public static void Check(IEnumerable<InstallerTexts> sources, DiagnosticBag diagnostics)
    {
        foreach (var source in sources)
        {
            if (source.Variant.OperatingSystem is { } system
                && AnswerFileFormat.Of(system.Platform, source.Path, source.Text) is { } format
                && Read(source, system, format, diagnostics) is { } answers)
            {
                AnswerFileComponentsFitTheArchitecture.Check(answers, diagnostics);
                AnswerFilesSelectAnImage.Check(answers, diagnostics);
                AnswerFilesHoldNoPasswords.Check(answers, diagnostics);
                AnswerFilesOpenTheGuest.Check(answers, diagnostics);
                AnswerFilesFindTheirSetupFiles.Check(answers, diagnostics);
                CloudInitReadsItsAnswers.Check(answers, diagnostics);
            }
        }
    }

    /// <summary>Null when it is not well-formed: what else is wrong cannot be told then.</summary>
    private static AnswerFile? Read(InstallerTexts source, OperatingSystem system, AnswerFileFormat format, DiagnosticBag diagnostics)
    {
        var templated = system.Find("Templated") is { Value: SettingValue.Flag { Value: true } };
        var text = templated ? TemplateText.Blanked(source.Text) : source.Text;
        var answers = new AnswerFile(source, system, format, text, null);
        if (format != AnswerFileFormat.Windows && format != AnswerFileFormat.AutoYast)
        {
            return answers;
        }

        // A comment before the declaration is gone when the template is rendered.
        var xml = templated ? Declaration().Replace(text, match => new string(' ', match.Length)) : text;
        try
        {
            return answers with { Xml = XDocument.Parse(xml, LoadOptions.SetLineInfo) };
        }
        catch (XmlException problem)
        {
            diagnostics.Add(AnswerFileDiagnostics.NotWellFormed(
                answers.Place(Math.Max(problem.LineNumber, 1), Math.Max(problem.LinePosition, 1)), Reason(problem)));
            return null;
        }
    }

    /// <summary>The parser's sentence without the place, which stands before it.</summary>
    private static string Reason(XmlException problem) => Where().Replace(problem.Message, "").TrimEnd('.');

    [GeneratedRegex(@"^\s*<\?xml[^>]*\?>")]
    private static partial Regex Declaration();

    [GeneratedRegex(@" Line \d+, position \d+\.$")]
    private static partial Regex Where();
}
