using System.Collections.Immutable;
using System.Text;

namespace Xoap.Images.Rendering.Hcl;

/// <summary>Writes blocks and attributes exactly as <c>packer fmt</c> would leave them.</summary>
internal sealed class HclWriter
{
    private const int Indent = 2;
    private const int MaxColumns = 100;

    private readonly StringBuilder _hcl = new();
    private readonly List<(string Name, string Value)> _run = [];
    private int _depth;
    private bool _first = true;

    /// <summary>Opens a block, with an empty line before it unless it is the first thing inside its parent.</summary>
    public void Open(string type, params ReadOnlySpan<string> labels)
    {
        CloseRun();
        if (!_first)
        {
            _hcl.Append('\n');
        }

        Margin().Append(type);
        foreach (var label in labels)
        {
            _hcl.Append(' ');
            HclText.AppendQuoted(_hcl, label);
        }

        _hcl.Append(" {\n");
        _depth++;
        _first = true;
    }

    public void Close()
    {
        CloseRun();
        _depth--;
        _first = false;
        Margin().Append("}\n");
    }

    public void Attribute(string name, HclValue value)
    {
        _first = false;
        if (OneLine(value, _hcl.Length) is { } text)
        {
            _run.Add((name, text));
            return;
        }

        CloseRun();
        Margin().Append(name).Append(" = ");
        Lines(value);
        _hcl.Append('\n');
    }

    public void Attributes(ImmutableArray<HclEntry> attributes)
    {
        foreach (var attribute in attributes)
        {
            Attribute(attribute.Name, attribute.Value);
        }
    }

    public override string ToString()
    {
        CloseRun();
        return _hcl.ToString();
    }

    /// <summary>Neighbouring attributes of one line each share the column of their equals signs.</summary>
    private void CloseRun()
    {
        var width = 0;
        foreach (var (name, _) in _run)
        {
            width = Math.Max(width, HclText.Width(name));
        }

        foreach (var (name, value) in _run)
        {
            Margin().Append(name).Append(' ', width - HclText.Width(name)).Append(" = ").Append(value).Append('\n');
        }

        _run.Clear();
    }

    /// <summary>The value on one line, or null when it needs several. Appends to the page and takes it off again.</summary>
    private string? OneLine(HclValue value, int start)
    {
        if (!HclLine.TryAppend(_hcl, value))
        {
            _hcl.Length = start;
            return null;
        }

        var text = _hcl.ToString(start, _hcl.Length - start);
        _hcl.Length = start;
        return value is HclValue.List { Values.Length: > 1 } && text.Length > MaxColumns ? null : text;
    }

    private void Lines(HclValue value)
    {
        _depth++;
        if (value is HclValue.Map map)
        {
            _hcl.Append("{\n");
            foreach (var entry in map.Entries)
            {
                Attribute(HclText.IsIdentifier(entry.Name) ? entry.Name : Quoted(entry.Name), entry.Value);
            }

            CloseRun();
        }
        else if (value is HclValue.List list)
        {
            _hcl.Append("[\n");
            foreach (var element in list.Values)
            {
                Element(element);
            }
        }

        _depth--;
        Margin().Append(value is HclValue.Map ? '}' : ']');
    }

    private void Element(HclValue element)
    {
        Margin();
        if (OneLine(element, _hcl.Length) is { } text)
        {
            _hcl.Append(text);
        }
        else
        {
            Lines(element);
        }

        _hcl.Append(",\n");
    }

    private StringBuilder Margin() => _hcl.Append(' ', _depth * Indent);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder();
        HclText.AppendQuoted(quoted, text);
        return quoted.ToString();
    }
}
