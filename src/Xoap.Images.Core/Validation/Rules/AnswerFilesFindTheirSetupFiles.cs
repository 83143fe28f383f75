using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Validation.Rules;

/// <summary>A script that Windows runs from a medium is on that medium.</summary>
internal static partial class AnswerFilesFindTheirSetupFiles
{
    private static readonly string[] Commands = ["CommandLine", "Path"];

    public static void Check(AnswerFile answers, DiagnosticBag diagnostics)
    {
        if (answers.Format != AnswerFileFormat.Windows)
        {
            return;
        }

        foreach (var command in Commands.SelectMany(answers.Elements).Where(element => !element.HasElements))
        {
            foreach (Match script in OnMedium().Matches(command.Value))
            {
                var name = script.Groups["name"].Value.Split('\\', '/')[^1];
                if (!answers.Source.SetupNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    diagnostics.Add(AnswerFileDiagnostics.SetupFileMissing(
                        answers.Place(command), name, Suggestion.For(name, answers.Source.SetupNames)));
                }
            }
        }
    }

    /// <summary>C: is the disk and X: Windows PE; other letters are media. Programs may come from a medium of the builder (guest tools).</summary>
    [GeneratedRegex(@"(?<![\w])[ABD-WYZabd-wyz]:[\\/](?<name>[^""'\s&|<>%]+\.(ps1|cmd|bat|reg|vbs))", RegexOptions.IgnoreCase)]
    private static partial Regex OnMedium();
}
