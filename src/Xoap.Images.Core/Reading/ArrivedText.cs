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

    /// <summary>Whether the evaluated text is these pieces with anything between them. What a reference stood between may have become an escape.</summary>
    public bool Matches(string evaluated)
    {
        var text = evaluated.Replace('\\', '/');
        var last = _piece.ToString();
        return Matches(text, _pieces, last)
            || Matches(text, _pieces.ConvertAll(MsBuildText.Unescape), MsBuildText.Unescape(last));
    }

    private static bool Matches(string text, List<string> pieces, string last)
    {
        if (pieces.Count == 0)
        {
            return text == last;
        }

        if (!text.StartsWith(pieces[0], StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var position = pieces[0].Length;
        for (var index = 1; index < pieces.Count; index++)
        {
            var found = text.IndexOf(pieces[index], position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + pieces[index].Length;
        }

        return position + last.Length <= text.Length;
    }
}
