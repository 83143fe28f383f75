using System.Text;

namespace Xoap.Images.Reading;

/// <summary>What a text would be if its item and metadata references came to nothing; properties may be anything.</summary>
internal sealed class ArrivedText
{
    private readonly List<string> _pieces = [];
    private readonly StringBuilder _piece = new();

    public bool HasReferences { get; private set; }

    public void Literal(char character) => _piece.Append(character == '\\' ? '/' : character);

    public void Anything()
    {
        _pieces.Add(_piece.ToString());
        _piece.Clear();
    }

    public void Reference() => HasReferences = true;

    /// <summary>Whether the evaluated text is these pieces with anything between them.</summary>
    public bool Matches(string evaluated)
    {
        var text = evaluated.Replace('\\', '/');
        var last = _piece.ToString();
        if (_pieces.Count == 0)
        {
            return text == last;
        }

        if (!text.StartsWith(_pieces[0], StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var position = _pieces[0].Length;
        for (var index = 1; index < _pieces.Count; index++)
        {
            var found = text.IndexOf(_pieces[index], position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + _pieces[index].Length;
        }

        return position + last.Length <= text.Length;
    }
}
