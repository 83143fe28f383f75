using System.Globalization;
using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Rendering.Templates;

/// <summary>Where in the file the mistake is that the template engine complains about.</summary>
internal static partial class TemplateProblem
{
    /// <param name="message">The engine's sentence; some say a line from 0 and a column, most do not.</param>
    public static Diagnostic Of(string file, string text, string message)
    {
        var sentence = message.Split('\n')[0].Trim().TrimEnd('.');
        var (line, column) = TemplateText.PlaceOf(text, Open(text) ?? Named(text, message) ?? Occurred(text, message) ?? 0);
        return TemplateDiagnostics.BadTemplate(Origin.Place(file, line, column), sentence);
    }

    /// <summary>What a helper of ours complains about.</summary>
    public static string WrongCount(string helper, int count) => $"'{helper}' takes {(count == 1 ? "one value" : "two values")}";

    /// <summary>The block that is closed without being open, or open without being closed, or the braces that never close.</summary>
    private static int? Open(string text)
    {
        var blocks = new Stack<(string Name, int Start)>();
        var end = 0;
        foreach (var expression in TemplateText.Expressions(text))
        {
            end = expression.Start + expression.Length;
            var name = expression.Content.TrimStart('#', '/', '^').Trim().Split(' ')[0];
            if (expression.Content.StartsWith('#'))
            {
                blocks.Push((name, expression.Start));
            }
            else if (expression.Content.StartsWith('/') && (!blocks.TryPop(out var block) || block.Name != name))
            {
                return expression.Start;
            }
        }

        return text.IndexOf("{{", end, StringComparison.Ordinal) is >= 0 and var braces && (braces == 0 || text[braces - 1] != '\\') ? braces
            : blocks.TryPop(out var open) ? open.Start
            : null;
    }

    /// <summary>The use of a helper with too few or too many values.</summary>
    private static int? Named(string text, string message) => Count().Match(message) is { Success: true } match
        ? TemplateText.Expressions(text)
            .Select(expression => (expression.Start, Words: Word().Matches(expression.Content)))
            .Where(use => use.Words.Count > 0 && use.Words[0].Value == match.Groups["helper"].Value)
            .Where(use => use.Words.Count != (match.Groups["count"].Value == "one" ? 2 : 3))
            .Select(use => (int?)use.Start)
            .FirstOrDefault()
        : null;

    private static int? Occurred(string text, string message)
    {
        if (Place().Match(message) is not { Success: true } place)
        {
            return null;
        }

        var start = 0;
        for (var line = int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture); line > 0; line--)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        var index = Math.Min(start + int.Parse(place.Groups["column"].ValueSpan, CultureInfo.InvariantCulture), text.Length);
        return TemplateText.Expressions(text).LastOrDefault(expression => expression.Start <= index)?.Start ?? index;
    }

    [GeneratedRegex(@"Occured at: (?<line>\d+):(?<column>\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"^'(?<helper>\w+)' takes (?<count>one|two) ")]
    private static partial Regex Count();

    [GeneratedRegex(@"""[^""]*""|'[^']*'|\([^)]*\)|\S+")]
    private static partial Regex Word();
}
