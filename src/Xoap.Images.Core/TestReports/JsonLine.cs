using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>An object of JSON in a line that a guest wrote; whatever is missing or of another kind reads as empty.</summary>
internal static partial class JsonLine
{
    /// <summary>The object, or null when the line holds none.</summary>
    public static JsonElement? Parse(string line)
    {
        try
        {
            // Bytes, because half a surrogate pair would stop the parser.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(Escapes().Replace(line, Whole)));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    extension(JsonElement json)
    {
        public string Text(string name) => Find(json, name) is { } value ? TextOf(value) : "";

        public ImmutableArray<string> Texts(string name) => [.. json.Many(name).Select(TextOf)];

        public double Number(string name) =>
            Find(json, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : 0;

        public int Line(string name) => json.Number(name) is > 0 and < int.MaxValue and var line ? (int)line : 0;

        public bool Flag(string name) => Find(json, name) is { ValueKind: JsonValueKind.True };

        /// <summary>The values of a list; a single value counts as a list of one, as some shells write it.</summary>
        public IEnumerable<JsonElement> Many(string name) => Find(json, name) switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
            { ValueKind: not JsonValueKind.Null } single => [single],
            _ => [],
        };
    }

    private static JsonElement? Find(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static string Whole(Match escape) => escape.Groups["half"].Success ? @"\ufffd" : escape.Value;

    [GeneratedRegex(@"\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.")]
    private static partial Regex Escapes();
}
