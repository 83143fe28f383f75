using System.Buffers;

namespace Xoap.Images.TestReports;

/// <summary>
/// Takes PowerShell apart as far as it needs to know which braces, quotes and names count: comments, strings, here-strings and
/// continued lines. What does not parse is taken apart somehow.
/// </summary>
internal sealed partial class PowerShellLexer
{
    private const int DeepestExpression = 40;
    private const string SingleQuotes = "'‘’‚‛";
    private const string DoubleQuotes = "\"“”„";

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\u00A0\r\n{}();,|&`" + SingleQuotes + DoubleQuotes);

    private readonly string _text;
    private readonly List<PowerShellToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private PowerShellLexer(string text) => _text = text;

    public static IReadOnlyList<PowerShellToken> Tokens(string text)
    {
        var lexer = new PowerShellLexer(text.TrimStart('\uFEFF'));
        while (lexer._at < lexer._text.Length)
        {
            lexer.Next();
        }

        return lexer._tokens;
    }

    private char Current => _text[_at];

    private bool Is(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private void Next()
    {
        var start = _at;
        switch (Current)
        {
            case ' ' or '\t' or '\r' or '\u00A0':
                _at++;
                break;
            case '\n' or ';':
                Add(PowerShellTokenKind.End, 1);
                break;
            case ',':
                Add(PowerShellTokenKind.Comma, 1);
                break;
            case '`':
                _at = Is("`\r\n") ? _at + 3 : Math.Min(_text.Length, _at + 2);
                break;
            case '#':
                SkipTo("\n", 0);
                break;
            case '<' when Is("<#"):
                SkipTo("#>", 2);
                break;
            case '@' when HereString() is { } text:
                Add(PowerShellTokenKind.Text, text, start);
                break;
            case '@' or '$' when _at + 1 < _text.Length && (_text[_at + 1] == '(' || Is("@{")):
                Add(PowerShellTokenKind.Open, 2);
                break;
            case '$' when Is("${"):
                SkipTo("}", 1);
                Add(PowerShellTokenKind.Word, _text[start.._at], start);
                break;
            case '{' or '(':
                Add(PowerShellTokenKind.Open, 1);
                break;
            case '}' or ')':
                Add(PowerShellTokenKind.Close, 1);
                break;
            case var quote when SingleQuotes.Contains(quote, StringComparison.Ordinal):
                Add(PowerShellTokenKind.Text, Single(), start);
                break;
            case var quote when DoubleQuotes.Contains(quote, StringComparison.Ordinal):
                Add(PowerShellTokenKind.Text, Double(0), start);
                break;
            default:
                _at = _text.AsSpan(_at + 1).IndexOfAny(WordEnds) is >= 0 and var length ? _at + 1 + length : _text.Length;
                Add(PowerShellTokenKind.Word, _text[start.._at], start);
                break;
        }
    }

    private void Add(PowerShellTokenKind kind, int length)
    {
        _at += length;
        Add(kind, _text[(_at - length).._at], _at - length);
    }

    private void Add(PowerShellTokenKind kind, string text, int start)
    {
        _line += _text.AsSpan(_lineStart, start - _lineStart).Count('\n');
        _lineStart = start;
        _tokens.Add(new(kind, text, _line, start));
    }

    private void SkipTo(string end, int from)
    {
        var found = _text.IndexOf(end, Math.Min(_text.Length, _at + from), StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : end == "\n" ? found : found + end.Length;
    }
}
