using System.Text;

namespace Xoap.Images.Tests.Infra;

/// <summary>A block of a template as it was read back.</summary>
internal sealed record HclBlock(string Type, string[] Labels, List<HclAttribute> Attributes, List<HclBlock> Blocks)
{
    public HclExpression? Find(string attribute) => Attributes.Find(candidate => candidate.Name == attribute)?.Value;

    public IEnumerable<HclBlock> All(string type) => Blocks.Where(block => block.Type == type);
}

internal sealed record HclAttribute(string Name, HclExpression Value);

/// <summary>A value as it was read back.</summary>
/// <param name="Text">What a quoted text stands for, its expressions as <c>${…}</c>; of other kinds the words themselves.</param>
/// <param name="Source">The expression on one line.</param>
internal sealed record HclExpression(HclKind Kind, string Text, string Source, List<HclExpression> Elements, List<HclAttribute> Entries);

internal enum HclKind
{
    Text,
    Number,
    Flag,
    Reference,
    List,
    Map,
}

/// <summary>
/// Reads HCL without a look at how it was written: blocks, attributes, quoted texts with expressions in them, numbers, lists, maps, and names
/// with dots. What else HCL has is an error here, because no template of ours has it.
/// </summary>
internal sealed class HclFile
{
    private readonly string _text;
    private int _at;

    private HclFile(string text) => _text = text;

    /// <summary>The file as a block without a type.</summary>
    public static HclBlock Read(string text)
    {
        var reader = new HclFile(text);
        var file = reader.Body("", []);
        Assert.True(reader._at == text.Length, reader.Here("the end"));
        return file;
    }

    private HclBlock Body(string type, string[] labels)
    {
        var body = new HclBlock(type, labels, [], []);
        for (Skip(newLines: true); _at < _text.Length && _text[_at] != '}'; Skip(newLines: true))
        {
            var name = Word();
            Skip();
            if (Take('='))
            {
                body.Attributes.Add(new HclAttribute(name, Expression()));
                Skip();
                Assert.True(_at == _text.Length || _text[_at] == '\n', Here("a line's end"));
                continue;
            }

            var inner = new List<string>();
            while (_text[_at] == '"')
            {
                inner.Add(Quoted().Text);
                Skip();
            }

            Expect('{');
            body.Blocks.Add(Body(name, [.. inner]));
            Expect('}');
        }

        return body;
    }

    private HclExpression Expression()
    {
        Skip();
        return _text[_at] switch
        {
            '"' => Quoted(),
            '[' => List(),
            '{' => Map(),
            var first when char.IsAsciiDigit(first) || first == '-' => Scalar(HclKind.Number, "0123456789.-"),
            _ => Name(),
        };
    }

    private HclExpression List()
    {
        Expect('[');
        var elements = new List<HclExpression>();
        for (Skip(newLines: true); !Take(']'); Skip(newLines: true))
        {
            elements.Add(Expression());
            Skip(newLines: true);
            Assert.True(Take(',') || _text[_at] == ']', Here("',' or ']'"));
        }

        return new HclExpression(HclKind.List, "", $"[{string.Join(", ", elements.Select(element => element.Source))}]", elements, []);
    }

    private HclExpression Map()
    {
        Expect('{');
        var entries = new List<HclAttribute>();
        var sources = new List<string>();
        for (Skip(newLines: true); !Take('}'); Skip(newLines: true))
        {
            var key = _text[_at] == '"' ? Quoted() : Name();
            Skip();
            Expect('=');
            var value = Expression();
            entries.Add(new HclAttribute(key.Text, value));
            sources.Add($"{key.Source} = {value.Source}");
            Skip();
            Assert.True(Take(',') || _text[_at] is '\n' or '}', Here("a line's end"));
        }

        return new HclExpression(HclKind.Map, "", $"{{{string.Join(", ", sources)}}}", [], entries);
    }

    /// <summary>A name with dots: a flag, or something that Packer looks up.</summary>
    private HclExpression Name()
    {
        var name = Scalar(HclKind.Reference, "");
        return name.Text is "true" or "false" ? name with { Kind = HclKind.Flag } : name;
    }

    private HclExpression Scalar(HclKind kind, string characters)
    {
        var start = _at;
        while (_at < _text.Length && (characters.Length == 0
            ? char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.'
            : characters.Contains(_text[_at], StringComparison.Ordinal)))
        {
            _at++;
        }

        Assert.True(_at > start, Here("a value"));
        return new HclExpression(kind, _text[start.._at], _text[start.._at], [], []);
    }

    private HclExpression Quoted()
    {
        var start = _at;
        Expect('"');
        var text = new StringBuilder();
        while (_text[_at] != '"')
        {
            Assert.True(_text[_at] != '\n', Here("the end of a quoted text"));
            if (_text[_at] == '\\')
            {
                Escape(text);
            }
            else if (_text[_at] is '$' or '%' && _text[_at..].StartsWith($"{_text[_at]}{_text[_at]}{{", StringComparison.Ordinal))
            {
                text.Append(_text[_at]).Append('{');
                _at += 3;
            }
            else if (_text[_at] is '$' or '%' && _text[_at + 1] == '{')
            {
                Assert.True(_text[_at] == '$', Here("no directive"));
                var end = _text.IndexOf('}', _at);
                text.Append(_text, _at, end + 1 - _at);
                _at = end + 1;
            }
            else
            {
                text.Append(_text[_at++]);
            }
        }

        Expect('"');
        return new HclExpression(HclKind.Text, text.ToString(), _text[start.._at], [], []);
    }

    private void Escape(StringBuilder text)
    {
        var kind = _text[_at + 1];
        _at += 2;
        if (kind is 'u' or 'U')
        {
            var digits = kind == 'u' ? 4 : 8;
            text.Append(char.ConvertFromUtf32(Convert.ToInt32(_text.Substring(_at, digits), 16)));
            _at += digits;
            return;
        }

        text.Append(kind switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '"' or '\\' => kind,
            _ => throw new InvalidOperationException(Here("an escape")),
        });
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-'))
        {
            _at++;
        }

        Assert.True(_at > start, Here("a name"));
        return _text[start.._at];
    }

    private void Skip(bool newLines = false)
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t' or '\r' || (newLines && _text[_at] == '\n')))
        {
            _at++;
        }
    }

    private bool Take(char character)
    {
        if (_at < _text.Length && _text[_at] == character)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void Expect(char character) => Assert.True(Take(character), Here($"'{character}'"));

    private string Here(string expected)
    {
        var line = _text[..Math.Min(_at, _text.Length)].Count(character => character == '\n') + 1;
        return $"line {line}: expected {expected} at '{_text[Math.Min(_at, _text.Length)..Math.Min(_at + 30, _text.Length)]}'";
    }
}
