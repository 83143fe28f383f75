using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Lists of lists and of maps, written as JSON. The framework's parser throws on mistakes; this one says null.</summary>
internal sealed class JsonSetting
{
    private readonly string _text;
    private int _position;

    private JsonSetting(string text) => _text = text;

    /// <summary>The value, or null when the text is no JSON of that type.</summary>
    public static SettingValue? Read(SettingType type, string text)
    {
        var parser = new JsonSetting(text);
        var value = parser.Value(type);
        parser.SkipSpace();
        return parser._position == text.Length ? value : null;
    }

    /// <summary>What such a value looks like.</summary>
    public static string Example(SettingType type) => type.Element!.Kind == SettingKind.Map
        ? """a list of objects, such as [{"key": "value"}]"""
        : """a list of lists, such as [["-cpu", "max"]]""";

    private SettingValue? Value(SettingType type) => type.Kind switch
    {
        SettingKind.List => List(type.Element!),
        SettingKind.Map => Map(type.Element!),
        SettingKind.Text => Text() is { } text ? new SettingValue.Text(text) : null,
        SettingKind.Number => Word() is var word && decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new SettingValue.Number(word)
            : null,
        _ => bool.TryParse(Word(), out var flag) ? new SettingValue.Flag(flag) : null,
    };

    private SettingValue.List? List(SettingType element)
    {
        if (!Take('['))
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<SettingValue>();
        if (Take(']'))
        {
            return new SettingValue.List([]);
        }

        do
        {
            if (Value(element) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (Take(','));
        return Take(']') ? new SettingValue.List(values.ToImmutable()) : null;
    }

    private SettingValue.Map? Map(SettingType element)
    {
        if (!Take('{'))
        {
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        if (Take('}'))
        {
            return new SettingValue.Map([]);
        }

        do
        {
            if (Text() is not { } key || !Take(':') || Value(element) is not { } value)
            {
                return null;
            }

            entries.Add(new MapEntry(key, value));
        }
        while (Take(','));
        return Take('}') ? new SettingValue.Map(entries.ToImmutable()) : null;
    }

    private string? Text()
    {
        if (!Take('"'))
        {
            return null;
        }

        var text = new StringBuilder();
        while (_position < _text.Length)
        {
            var character = _text[_position++];
            if (character == '"')
            {
                return text.ToString();
            }

            if (character == '\\')
            {
                if (_position == _text.Length || Escaped() is not { } escaped)
                {
                    return null;
                }

                character = escaped;
            }

            text.Append(character);
        }

        return null;
    }

    private char? Escaped()
    {
        switch (_text[_position++])
        {
            case '"':
                return '"';
            case '\\':
                return '\\';
            case '/':
                return '/';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 <= _text.Length
                && ushort.TryParse(_text.AsSpan(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                return null;
        }
    }

    /// <summary>A number, true or false.</summary>
    private string Word()
    {
        SkipSpace();
        var start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] is '-' or '+' or '.'))
        {
            _position++;
        }

        return _text[start.._position];
    }

    private bool Take(char character)
    {
        SkipSpace();
        if (_position == _text.Length || _text[_position] != character)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }
}
