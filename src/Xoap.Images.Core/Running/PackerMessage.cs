using System.Globalization;
using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Running;

/// <summary>An error or a warning of <c>packer validate</c>.</summary>
/// <param name="Line">The template's line, from 1; 0 when Packer names none.</param>
internal sealed partial record PackerMessage(Severity Severity, string Text, int Line)
{
    /// <summary>
    /// Reads what Packer says: a summary, the place, the template's text around it, an explanation. Either may hold several problems
    /// behind asterisks, and each becomes a message of its own.
    /// </summary>
    /// <param name="folder">The folder that Packer was called with; its path is left out of the messages.</param>
    public static IEnumerable<PackerMessage> Read(string output, string folder)
    {
        var (severity, line, excerpt) = (default(Severity?), 0, false);
        var text = new List<string>();
        foreach (var said in output.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n'))
        {
            if (Summary().Match(said) is { Success: true } summary)
            {
                foreach (var message in Messages(severity, line, text))
                {
                    yield return message;
                }

                severity = summary.Groups["kind"].Value == "Warning" ? Severity.Warning : Severity.Error;
                (line, excerpt, text) = (0, false, [summary.Groups["text"].Value]);
            }
            else if (PlaceOf().Match(said) is { Success: true } place)
            {
                (line, excerpt) = (Number(place), true);
                text.Add("");
            }
            else if (said.Length == 0 || !excerpt)
            {
                excerpt = false;
                text.Add(said);
            }
        }

        foreach (var message in Messages(severity, line, text))
        {
            yield return message;
        }
    }

    private static IEnumerable<PackerMessage> Messages(Severity? severity, int line, List<string> text)
    {
        if (severity is not { } known)
        {
            yield break;
        }

        foreach (var problem in Problems(text))
        {
            var precise = Precise().Match(problem);
            yield return precise.Success
                ? new PackerMessage(known, problem.Remove(precise.Index, precise.Length), Number(precise))
                : new PackerMessage(known, problem, line);
        }
    }

    private static int Number(Match match) => int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);

    /// <summary>Lines are put together again: Packer breaks them at 78 columns.</summary>
    private static IEnumerable<string> Problems(List<string> text)
    {
        if (text.Exists(line => line.StartsWith("* ", StringComparison.Ordinal)))
        {
            return string.Join('\n', text).Split("\n* ")[1..].Select(problem => Joined(problem.Split("\n\n")[0].Split('\n')));
        }

        var paragraphs = string.Join('\n', text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => Joined(paragraph.Split('\n')))
            .Where(paragraph => paragraph.Length > 0)
            .ToArray();

        // The summary only says which block it is, which the place says too.
        var told = paragraphs.Length > 1 && paragraphs[0].StartsWith("Failed preparing ", StringComparison.Ordinal) ? paragraphs[1..] : paragraphs;
        return [string.Join(' ', told.Select(RunningDiagnostics.Sentence))];
    }

    private static string Joined(string[] lines) => string.Join(' ', lines.Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex(@"^((?<kind>Error|Warning)|\?{3,}): (?<text>.*)$")]
    private static partial Regex Summary();

    [GeneratedRegex(@"^  on .+ line (?<line>\d+)(, in .*)?:$")]
    private static partial Regex PlaceOf();

    [GeneratedRegex(@"\S+\.pkr\.hcl:(?<line>\d+),\d+(-[\d,]+)?: ")]
    private static partial Regex Precise();
}
