using System.Buffers;
using System.Text;

namespace Xoap.Images.Reading;

/// <summary>
/// Finds text that MSBuild ate: <c>$(hostname)</c> of an unset property, <c>@(x)</c>, <c>%(x)</c>, <c>%41</c>, and backslashes of a
/// text whose first part happens to be a folder of the project.
/// </summary>
internal static class SwallowedText
{
    /// <summary>Escapes that people write on purpose.</summary>
    private const string Intended = "%$@';?*()\\\n\r\t";

    /// <summary>A text with one of these is no lone path.</summary>
    private static readonly SearchValues<char> NotOfPaths = SearchValues.Create(" \t\n\"'|&<>");

    /// <summary>The text to write so that it arrives as it stands, or null when nothing is lost.</summary>
    /// <param name="unevaluated">The metadatum as the project file holds it, XML already decoded.</param>
    /// <param name="evaluated">What arrived, unescaped.</param>
    /// <param name="propertyIsDefined">Whether $(name) stands for something.</param>
    public static string? Check(string unevaluated, string evaluated, Func<string, bool> propertyIsDefined)
    {
        if (unevaluated.AsSpan().IndexOfAny("$@%\\") < 0)
        {
            return null;
        }

        var text = new StringBuilder();
        var arrived = new ArrivedText();
        var lost = false;
        var position = 0;
        while (position < unevaluated.Length)
        {
            position = unevaluated[position] switch
            {
                '$' when BodyAt(unevaluated, position) is { } body =>
                    Property(unevaluated, position, body, propertyIsDefined, text, arrived, ref lost),
                '@' or '%' when BodyAt(unevaluated, position) is { } body && IsReference(unevaluated[position], body) =>
                    Reference(unevaluated, position, body, text, arrived),
                '%' when MsBuildText.TryEscape(unevaluated, position, out var character) =>
                    Escape(unevaluated, position, character, text, arrived, ref lost),
                var character => Plain(position, character, text, arrived),
            };
        }

        var turned = BackslashesTurned(unevaluated, evaluated);
        if (!lost && !turned && !(arrived.HasReferences && arrived.Matches(evaluated)))
        {
            return null;
        }

        text.Replace("\u0001", "%40(").Replace("\u0002", "%25(");
        return turned ? text.Replace("\\", "%5C").ToString() : text.ToString();
    }

    private static int Property(
        string text, int position, string body, Func<string, bool> isDefined, StringBuilder escaped, ArrivedText arrived, ref bool lost)
    {
        if (MsBuildReference.IsFunction(body) || (MsBuildReference.IsName(body) && isDefined(body)))
        {
            escaped.Append(text, position, body.Length + 3);
            arrived.Anything();
            return position + body.Length + 3;
        }

        lost = true;
        escaped.Append("%24(");
        return position + 2;
    }

    /// <summary>An item or metadata reference may be meant; whether it came to nothing is seen at the end.</summary>
    private static int Reference(string text, int position, string body, StringBuilder escaped, ArrivedText arrived)
    {
        escaped.Append(text[position] == '@' ? '\u0001' : '\u0002').Append(body).Append(')');
        arrived.Reference();
        return position + body.Length + 3;
    }

    private static int Escape(
        string text, int position, char character, StringBuilder escaped, ArrivedText arrived, ref bool lost)
    {
        var end = position + 3;
        var before = text.AsSpan(0, position).TrimEnd();
        var after = text.AsSpan(end).TrimStart();
        var atAnEnd = character == ' ' && (before is [] or [.., ';'] || after is [] or [';', ..]);
        if (Intended.Contains(character, StringComparison.Ordinal) || atAnEnd)
        {
            escaped.Append(text, position, 3);
            arrived.Literal(character);
            return end;
        }

        lost = true;
        escaped.Append("%25");
        arrived.Literal(character);
        escaped.Append(text, position + 1, 2);
        return end;
    }

    private static int Plain(int position, char character, StringBuilder escaped, ArrivedText arrived)
    {
        escaped.Append(character);
        arrived.Literal(character);
        return position + 1;
    }

    /// <summary>What stands between the parentheses behind a sign, or null when none opens or closes.</summary>
    private static string? BodyAt(string text, int position)
    {
        if (position + 1 >= text.Length || text[position + 1] != '(')
        {
            return null;
        }

        var depth = 1;
        for (var end = position + 2; end < text.Length; end++)
        {
            depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return text[(position + 2)..end];
            }
        }

        return null;
    }

    private static bool IsReference(char sign, string body) =>
        sign == '@' ? MsBuildReference.IsItems(body) : MsBuildReference.IsMetadata(body);

    /// <summary>MSBuild takes a text for a path when its first part exists. In a lone path that is welcome.</summary>
    private static bool BackslashesTurned(string unevaluated, string evaluated) =>
        unevaluated.Contains('\\', StringComparison.Ordinal)
        && !evaluated.Contains('\\', StringComparison.Ordinal)
        && unevaluated.AsSpan().IndexOfAny(NotOfPaths) >= 0;
}
