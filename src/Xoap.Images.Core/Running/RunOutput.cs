namespace Xoap.Images.Running;

/// <summary>The way of Packer's text: redacted first, then cut into lines, then written down and understood.</summary>
internal sealed class RunOutput
{
    private readonly Lock _gate = new();
    private readonly RedactedStream _output;
    private readonly RedactedStream _errors;
    private readonly LinePieces _outputLines;
    private readonly LinePieces _errorLines;
    private readonly RunLogFile _file;
    private readonly Action<string, bool> _line;

    /// <param name="line">Gets each line, of a long one the beginning, and whether that is all of it.</param>
    public RunOutput(Redactor redactor, RunLogFile file, Action<string, bool> line)
    {
        (_file, _line) = (file, line);
        _outputLines = Lines();
        _errorLines = Lines();
        _output = new RedactedStream(redactor, _outputLines.Write);
        _errors = new RedactedStream(redactor, _errorLines.Write);
    }

    public void Output(ReadOnlySpan<char> text) => Write(_output, text);

    public void Errors(ReadOnlySpan<char> text) => Write(_errors, text);

    public void End()
    {
        lock (_gate)
        {
            _output.Flush();
            _outputLines.Flush();
            _errors.Flush();
            _errorLines.Flush();
            _file.Flush();
        }
    }

    private void Write(RedactedStream stream, ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            stream.Write(text);
            _file.Flush();
        }
    }

    private LinePieces Lines()
    {
        var continued = false;
        return new LinePieces((piece, ended) =>
        {
            _file.Write(piece, ended);

            // The beginning of a long line says what it is; the rest is text.
            if (!continued)
            {
                _line(piece, ended);
            }

            continued = !ended;
        });
    }
}
