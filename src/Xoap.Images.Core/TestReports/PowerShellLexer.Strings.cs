using System.Globalization;
using System.Text;

namespace Xoap.Images.TestReports;

internal sealed partial class PowerShellLexer
{
    /// <summary>Between <c>@'</c> at the end of a line and <c>'@</c> at the start of one.</summary>
    private string? HereString()
    {
        var lineEnd = _text.IndexOf('\n', _at);
        if (lineEnd < 0 || _at + 1 >= _text.Length || (SingleQuotes + DoubleQuotes).IndexOf(_text[_at + 1], StringComparison.Ordinal) < 0
            || !_text.AsSpan(_at + 2, lineEnd - _at - 2).IsWhiteSpace())
        {
            return null;
        }

        var end = _text.IndexOf($"\n{_text[_at + 1]}@", lineEnd, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + 3;
        return end > lineEnd ? _text[(lineEnd + 1)..end].TrimEnd('\r') : "";
    }

    private string Single()
    {
        var value = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (SingleQuotes.Contains(Current, StringComparison.Ordinal))
            {
                _at++;
                if (_at >= _text.Length || !SingleQuotes.Contains(Current, StringComparison.Ordinal))
                {
                    break;
                }
            }

            value.Append(Current);
        }

        return value.ToString();
    }

    private string Double(int depth)
    {
        var value = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (DoubleQuotes.Contains(Current, StringComparison.Ordinal))
            {
                _at++;
                if (_at >= _text.Length || !DoubleQuotes.Contains(Current, StringComparison.Ordinal))
                {
                    break;
                }

                value.Append(Current);
            }
            else if (Current == '`' && _at + 1 < _text.Length)
            {
                _at++;
                value.Append(Escaped());
            }
            else if (Is("$(") && depth < DeepestExpression)
            {
                var start = _at;
                SkipExpression(depth);
                value.Append(_text, start, _at - start);
                _at--;
            }
            else
            {
                value.Append(Current);
            }
        }

        return value.ToString();
    }

    /// <summary>What stands in <c>$(…)</c> inside of a string has strings of its own.</summary>
    private void SkipExpression(int depth)
    {
        var open = 0;
        while (_at < _text.Length)
        {
            if (DoubleQuotes.Contains(Current, StringComparison.Ordinal))
            {
                Double(depth + 1);
                continue;
            }

            if (SingleQuotes.Contains(Current, StringComparison.Ordinal))
            {
                Single();
                continue;
            }

            open += Current == '(' ? 1 : Current == ')' ? -1 : 0;
            _at++;
            if (open == 0 && _text[_at - 1] == ')')
            {
                return;
            }
        }
    }

    private string Escaped() => Current switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        '0' => "\0",
        'a' => "\a",
        'b' => "\b",
        'e' => "\e",
        'f' => "\f",
        'v' => "\v",
        'u' when CodePoint() is { } text => text,
        var other => other.ToString(),
    };

    private string? CodePoint()
    {
        var end = Is("u{") ? _text.IndexOf('}', _at) : -1;
        if (end < 0
            || !int.TryParse(_text.AsSpan(_at + 2, end - _at - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            || !Rune.IsValid(code))
        {
            return null;
        }

        _at = end;
        return new Rune(code).ToString();
    }
}
