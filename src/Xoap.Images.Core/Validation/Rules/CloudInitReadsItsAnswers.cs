using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Validation.Rules;

/// <summary>cloud-init says nothing about a file that it does not know by its first line.</summary>
internal static class CloudInitReadsItsAnswers
{
    private static readonly string[] Starts =
        ["#cloud-config", "#!", "#include", "#cloud-boothook", "#part-handler", "## template:", "Content-Type:", "MIME-Version:"];

    public static void Check(AnswerFile answers, DiagnosticBag diagnostics)
    {
        if (answers.Format != AnswerFileFormat.CloudInit)
        {
            return;
        }

        if (!Starts.Any(start => answers.Text.StartsWith(start, StringComparison.Ordinal)))
        {
            diagnostics.Add(AnswerFileDiagnostics.NoCloudConfig(answers.Place(1, 1)));
        }

        foreach (var (number, line) in answers.Lines())
        {
            var indent = line.Length - line.AsSpan().TrimStart().Length;
            if (line.AsSpan(0, indent).IndexOf('\t') is >= 0 and var tab && indent < line.Length
                && answers.Text.StartsWith("#cloud-config", StringComparison.Ordinal))
            {
                diagnostics.Add(AnswerFileDiagnostics.TabInYaml(answers.Place(number, tab + 1)));
            }
        }
    }
}
