using System.Text.RegularExpressions;

namespace Xoap.Images.Model;

/// <summary>Where a template's <c>{{…}}</c> stand, without a look at what they mean.</summary>
internal static partial class TemplateText
{
    /// <summary>Stands in <see cref="Blanked"/> for a value that only rendering knows.</summary>
    public const char Unknown = '\uE000';

    /// <summary>The expressions of a template in order, comments among them; <c>\{{</c> starts none.</summary>
    public static IEnumerable<TemplateExpression> Expressions(string text)
    {
        foreach (Match match in Expression().Matches(text))
        {
            var inner = match.Groups["inner"];
            if (inner.Success)
            {
                yield return new TemplateExpression(match.Index, match.Length, inner.Value.Trim('~', ' ', '\t', '\r', '\n'));
            }
        }
    }

    /// <summary>
    /// The template with every expression blanked out, each line and column where it was: comments and blocks become spaces,
    /// values become <see cref="Unknown"/>.
    /// </summary>
    public static string Blanked(string text)
    {
        var blanked = text.ToCharArray();
        foreach (var expression in Expressions(text))
        {
            var blank = expression.IsValue ? Unknown : ' ';
            for (var index = expression.Start; index < expression.Start + expression.Length; index++)
            {
                blanked[index] = blanked[index] is '\r' or '\n' ? blanked[index] : blank;
            }
        }

        return new string(blanked);
    }

    /// <summary>Line and column of a place in a text, both from 1.</summary>
    public static (int Line, int Column) PlaceOf(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return (before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    [GeneratedRegex(@"\\\{\{|\{\{(?<inner>!--.*?--)\}\}|\{\{\{(?<inner>.*?)\}\}\}|\{\{(?<inner>.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Expression();
}

/// <summary>One <c>{{…}}</c>.</summary>
/// <param name="Content">What stands between the braces.</param>
internal sealed record TemplateExpression(int Start, int Length, string Content)
{
    /// <summary>It leaves a value in the text: it neither opens nor closes a block.</summary>
    public bool IsValue => Content is not ("else" or "^") && (Content.Length == 0 || !"#/^!>".Contains(Content[0], StringComparison.Ordinal))
        && !Content.StartsWith("else ", StringComparison.Ordinal);
}
