using System.Globalization;
using System.Text;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.TestReports;

/// <summary>Reads a filter; the first problem ends it.</summary>
internal sealed class TestFilterParser(string text)
{
    private const int DeepestParenthesis = 100;

    private int _at;
    private int _depth;

    public string Problem { get; private set; } = "";

    public Func<FilteredTest, bool>? Parse()
    {
        var any = Any();
        if (Problem.Length == 0 && _at < text.Length)
        {
            Fail(_at, $"'{text[_at]}' is not expected here: write & or | between two conditions, and as many ')' as '('.");
        }

        return any;
    }

    private Func<FilteredTest, bool>? Any() => Joined('|', All, matches => test => matches.Exists(match => match(test)));

    private Func<FilteredTest, bool>? All() => Joined('&', One, matches => test => matches.TrueForAll(match => match(test)));

    private Func<FilteredTest, bool>? Joined(
        char sign, Func<Func<FilteredTest, bool>?> operand, Func<List<Func<FilteredTest, bool>>, Func<FilteredTest, bool>> join)
    {
        var operands = new List<Func<FilteredTest, bool>>();
        do
        {
            if (operand() is not { } match)
            {
                return null;
            }

            operands.Add(match);
        }
        while (Take(sign));

        return operands.Count == 1 ? operands[0] : join(operands);
    }

    private Func<FilteredTest, bool>? One()
    {
        var start = _at;
        if (!Take('('))
        {
            return Condition();
        }

        if (++_depth > DeepestParenthesis)
        {
            return Fail(start, "There are too many parentheses within each other.");
        }

        var inner = Any();
        _depth--;
        return inner is null || Take(')') ? inner : Fail(start, "This '(' is never closed.");
    }

    private Func<FilteredTest, bool>? Condition()
    {
        SkipSpaces();
        var start = _at;
        var left = Words();
        var sign = Operator();
        if (sign.Length == 0)
        {
            return left.Length > 0
                ? Comparison(FilteredTest.Property("FullyQualifiedName")!, "~", left)
                : Fail(start, "A condition is missing here: write one such as Name~nginx.");
        }

        var valueStart = _at;
        var value = Words();
        if (FilteredTest.Property(left) is not { } property)
        {
            var names = string.Join(", ", FilteredTest.PropertyNames);
            return Fail(start, $"Tests have no property '{left}', but {names}.{Suggestion.For(left, FilteredTest.PropertyNames)}");
        }

        return OperatorHere() is { Length: > 0 } another
            ? Fail(_at, $"'{another}' is not expected here: {left} is compared once, by =, !=, ~ or !~. A backslash makes a sign part of the value.")
            : value.Length > 0 ? Comparison(property, sign, value) : Fail(valueStart, $"A value is missing after {left}{sign}.");
    }

    private static Func<FilteredTest, bool> Comparison(Func<FilteredTest, IEnumerable<string>> property, string sign, string value) => sign switch
    {
        "=" => test => property(test).Any(found => found.Equals(value, StringComparison.OrdinalIgnoreCase)),
        "!=" => test => !property(test).Any(found => found.Equals(value, StringComparison.OrdinalIgnoreCase)),
        "~" => test => property(test).Any(found => found.Contains(value, StringComparison.OrdinalIgnoreCase)),
        _ => test => !property(test).Any(found => found.Contains(value, StringComparison.OrdinalIgnoreCase)),
    };

    private string Words()
    {
        var words = new StringBuilder();
        var spaces = 0;
        for (; _at < text.Length && text[_at] is not ('(' or ')' or '&' or '|') && OperatorHere().Length == 0; _at++)
        {
            _at += text[_at] == '\\' && _at + 1 < text.Length ? 1 : 0;
            spaces = text[_at] == ' ' && text[_at - (_at > 0 ? 1 : 0)] != '\\' ? spaces + 1 : 0;
            words.Append(text[_at]);
        }

        return words.ToString(0, words.Length - spaces).TrimStart(' ');
    }

    private string Operator()
    {
        var sign = OperatorHere();
        _at += sign.Length;
        return sign;
    }

    private string OperatorHere() => text.AsSpan(_at) switch
    {
        ['!', '=', ..] => "!=",
        ['!', '~', ..] => "!~",
        ['=', ..] => "=",
        ['~', ..] => "~",
        _ => "",
    };

    private bool Take(char sign)
    {
        SkipSpaces();
        var found = Problem.Length == 0 && _at < text.Length && text[_at] == sign;
        _at += found ? 1 : 0;
        return found;
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private Func<FilteredTest, bool>? Fail(int at, string problem)
    {
        Problem = string.Create(CultureInfo.InvariantCulture, $"Position {at + 1} of the filter '{text}': {problem}");
        return null;
    }
}
