using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Xoap.Images.Running;

/// <summary>Replaces secrets, in every form that they may be written in, by <c>***</c>.</summary>
internal sealed class Redactor
{
    /// <summary>Shorter secrets are not redacted: they would blacken half a log, and what is left would give them away.</summary>
    public const int ShortestSecret = 4;

    public const string Mask = "***";

    private readonly ImmutableArray<string> _forms;
    private readonly SearchValues<string>? _search;

    public Redactor(IEnumerable<string> secrets)
    {
        _forms = [.. secrets.SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
        _search = _forms.IsEmpty ? null : SearchValues.Create(_forms.AsSpan(), StringComparison.Ordinal);
        Longest = _forms.IsEmpty ? 0 : _forms[0].Length;
    }

    /// <summary>Characters of the longest form: so much of a stream must be seen before its beginning may pass.</summary>
    public int Longest { get; }

    public string Redact(string text)
    {
        var redacted = new StringBuilder(text.Length);
        var stream = new RedactedStream(this, part => redacted.Append(part));
        stream.Write(text);
        stream.Flush();
        return redacted.ToString();
    }

    /// <summary>Where the first secret begins, or -1.</summary>
    internal int IndexIn(ReadOnlySpan<char> text) => _search is null ? -1 : text.IndexOfAny(_search);

    /// <summary>Length of the longest secret at the beginning of a text.</summary>
    internal int LengthAtStart(ReadOnlySpan<char> text)
    {
        foreach (var form in _forms)
        {
            if (text.StartsWith(form, StringComparison.Ordinal))
            {
                return form.Length;
            }
        }

        return 0;
    }
}
