namespace Xoap.Images.Running;

/// <summary>
/// Redacts text that comes in chunks, as if it came in one: what may be the beginning of a secret is held back until more of the
/// text, or a line's end, has come. No form of a secret spans lines.
/// </summary>
internal sealed class RedactedStream(Redactor redactor, Action<ReadOnlySpan<char>> sink)
{
    private char[] _held = new char[1024];
    private int _length;

    /// <summary>So many characters at the beginning of the held text belong to a secret whose mask was written.</summary>
    private int _masked;

    public void Write(ReadOnlySpan<char> chunk)
    {
        if (_length + chunk.Length > _held.Length)
        {
            Array.Resize(ref _held, Math.Max(_held.Length * 2, _length + chunk.Length));
        }

        chunk.CopyTo(_held.AsSpan(_length));
        _length += chunk.Length;
        var lines = _held.AsSpan(0, _length).LastIndexOf('\n') + 1;
        Pass(Math.Max(lines, _length - Math.Max(redactor.Longest - 1, 0)));
    }

    public void Flush() => Pass(_length);

    /// <summary>Hands on the first characters; a secret that begins among them may end behind them.</summary>
    private void Pass(int count)
    {
        if (count <= 0)
        {
            return;
        }

        ReadOnlySpan<char> text = _held.AsSpan(0, _length);
        var position = 0;
        while (position < count)
        {
            var found = redactor.IndexIn(text[position..]);
            var start = found < 0 ? count : Math.Min(position + found, count);
            if (start > _masked)
            {
                sink(text[_masked..start]);
                _masked = start;
            }

            if (start == count)
            {
                break;
            }

            if (start == _masked)
            {
                sink(Redactor.Mask);
            }

            // The next search begins one further: two secrets may overlap.
            _masked = Math.Max(_masked, start + redactor.LengthAtStart(text[start..]));
            position = start + 1;
        }

        text[count..].CopyTo(_held);
        _length -= count;
        _masked = Math.Max(0, _masked - count);
    }
}
