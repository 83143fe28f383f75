namespace Xoap.Images.Running;

/// <summary>Cuts a stream of text into lines, and lines that are too long to hold into pieces.</summary>
/// <param name="sink">Receives a line or piece without its line end, and whether the line ends there.</param>
internal sealed class LinePieces(Action<string, bool> sink)
{
    public const int Longest = 16 * 1024;

    private readonly char[] _held = new char[Longest];
    private int _length;

    public void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            var part = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            while (!part.IsEmpty)
            {
                if (_length == Longest)
                {
                    Emit(ended: false);
                }

                var count = Math.Min(part.Length, Longest - _length);
                part[..count].CopyTo(_held.AsSpan(_length));
                _length += count;
                part = part[count..];
            }

            if (end >= 0)
            {
                Emit(ended: true);
            }
        }
    }

    public void Flush()
    {
        if (_length > 0)
        {
            Emit(ended: true);
        }
    }

    private void Emit(bool ended)
    {
        var length = ended && _length > 0 && _held[_length - 1] == '\r' ? _length - 1 : _length;
        sink(new string(_held, 0, length), ended);
        _length = 0;
    }
}
