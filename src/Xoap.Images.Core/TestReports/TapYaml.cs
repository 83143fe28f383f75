using System.Collections.Immutable;
using System.Globalization;

namespace Xoap.Images.TestReports;

/// <summary>What is of use in the YAML block of a TAP test: values at its top level, and those of <c>at</c>.</summary>
internal sealed record TapYaml(string Message, TimeSpan Duration, string File, int Line)
{
    private const double LongestMilliseconds = 1e11;

    public static TapYaml Read(IReadOnlyList<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var parent = "";
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var indent = line.Length - line.TrimStart().Length;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= indent)
            {
                continue;
            }

            var name = line[indent..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            if (value is "|" or "|-" or ">" or ">-")
            {
                var block = lines.Skip(index + 1).TakeWhile(next => next.Length == 0 || next.Length - next.TrimStart().Length > indent).ToList();
                index += block.Count;
                value = Dedented(block);
            }

            parent = indent == 0 ? name : parent;
            values.TryAdd(indent == 0 ? name : $"{parent}.{name}", Unquoted(value));
        }

        string Value(params string[] names) => names.Select(name => values.GetValueOrDefault(name)).FirstOrDefault(found => found is not null) ?? "";

        // "location: '/t/web.js:9:3'", or a file and a line of their own.
        var place = Value("location").Split(':');
        var afterFile = place.Length > 2 ? 2 : 1;
        var hasLocation = place.Length >= 2;
        return new(
            Value("message", "error"),
            TimeSpan.FromMilliseconds(Math.Clamp(Number(Value("duration_ms")), 0, LongestMilliseconds)),
            hasLocation ? string.Join(':', place.SkipLast(afterFile)) : Value("at.file", "at.fileName", "file"),
            (int)Math.Clamp(Number(hasLocation ? place[^afterFile] : Value("at.line", "at.lineNumber", "line")), 0, int.MaxValue));
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    private static string Dedented(List<string> block)
    {
        var indent = block.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', block.Select(line => line.Length > indent ? line[indent..] : "")).Trim('\n');
    }

    private static string Unquoted(string value) => value switch
    {
        ['\'', .. var inner, '\''] => inner.Replace("''", "'", StringComparison.Ordinal),
        ['"', .. var inner, '"'] => inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal),
        _ => value,
    };
}
