using System.Text;

namespace Xoap.Images.Running;

/// <summary>Picks Packer's own words for a failure out of its log.</summary>
internal sealed class ErrorText
{
    private const int Longest = 600;
    private const string Errored = "errored";

    private readonly StringBuilder _errored = new();
    private readonly StringBuilder _template = new();
    private StringBuilder? _open;

    /// <summary>Of a build that failed, its reason; of a template that Packer does not accept, what it says about it.</summary>
    /// <remarks>Packer forgets the blank between two sentences of its own.</remarks>
    public string Text => LogLine.Readable(
        (_errored.Length > 0 ? _errored : _template).Replace(".Allowed exit codes", ". Allowed exit codes").ToString(), Longest);

    public void Add(LogLine line)
    {
        var message = line.Message;
        if (line.IsBuild || message.StartsWith("==> ", StringComparison.Ordinal) || message.StartsWith("--> ", StringComparison.Ordinal))
        {
            _open = null;
        }
        else if (message.StartsWith("Build '", StringComparison.Ordinal) && ErroredAt(message) is { } reason)
        {
            _open = _errored.Clear();
            Append(reason);
        }
        else if (message.StartsWith("Error: ", StringComparison.Ordinal) || message.StartsWith("panic: ", StringComparison.Ordinal))
        {
            _open = _template;
            Append(message.StartsWith('p') ? message : message["Error: ".Length..]);
        }
        else if (!message.StartsWith("Please see output above", StringComparison.Ordinal))
        {
            Append(message);
        }
    }

    /// <summary>"Build 'x' errored: reason" of old versions, "Build 'x' errored after 2 seconds: reason" of newer ones.</summary>
    private static string? ErroredAt(string message)
    {
        var errored = message.IndexOf("' " + Errored, StringComparison.Ordinal);
        var colon = errored < 0 ? -1 : message.IndexOf(": ", errored, StringComparison.Ordinal);
        return colon < 0 ? null : message[(colon + 2)..];
    }

    private void Append(string message)
    {
        if (_open is null || message.Length == 0 || _open.Length > Longest)
        {
            return;
        }

        if (_open.Length > 0)
        {
            _open.Append(' ');
        }

        _open.Append(message.AsSpan(0, Math.Min(message.Length, Longest)));
    }
}
