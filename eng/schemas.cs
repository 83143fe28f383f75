#:property PublishAot=false
// Trims Packer's component schemas to what the SDK uses and adds what only we know (eng/marks): what a change of an attribute
// means for the image, which attributes hold a secret, and which name files of the building machine.
//   dotnet run eng/schemas.cs -- <folder with builder/*.json and provisioner/*.json>
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

if (args is not [var source])
{
    Console.Error.WriteLine("Usage: dotnet run eng/schemas.cs -- <folder of packer schemas>");
    return 1;
}

var target = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../src/Xoap.Images.Core/Schemas/Data");
var marks = new Marks();
foreach (var file in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ThisFile())!, "marks"), "*.txt").Order(StringComparer.Ordinal))
{
    marks.Read(file);
}

var schemas = new List<(string Path, string Text)>();
string[] kinds = ["builder", "provisioner"];
foreach (var file in kinds.SelectMany(kind => Directory.GetFiles(Path.Combine(source, kind), "*.json")))
{
    // Forks of a plugin are marked with '@'; the maintained one has the plain name.
    var component = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileNameWithoutExtension(file)}";
    if (component.Contains('@', StringComparison.Ordinal))
    {
        continue;
    }

    using var schema = JsonDocument.Parse(File.ReadAllBytes(file));
    schemas.Add((Path.Combine(target, component + ".json"), new Trimmed(component, marks).Component(schema.RootElement)));
}

var problems = marks.Problems.Concat(marks.Unused).ToList();
if (problems.Count > 0)
{
    problems.ForEach(Console.Error.WriteLine);
    return 1;
}

foreach (var (path, text) in schemas)
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, text);
}

return 0;

static string ThisFile([CallerFilePath] string path = "") => path;

/// <summary>
/// What only we know about attributes, from eng/marks: <c>for</c> names components, a word alone in its line a mark, and the
/// indented lines below it the attributes (<c>block block.inner: name name</c> for the ones of nested blocks).
/// </summary>
internal sealed class Marks
{
    private static readonly string[] Impacts = ["content", "target", "effort"];
    private static readonly string[] Formats = ["file", "files", "path"];

    private readonly List<Mark> _marks = [];
    private readonly HashSet<Mark> _used = [];

    public List<string> Problems { get; } = [];

    /// <summary>Marks that hit nothing: the attribute is gone, or misspelt.</summary>
    public IEnumerable<string> Unused => _marks.Where(mark => !_used.Contains(mark)).Select(mark => $"{mark.File}: no '{mark.Path}' to mark {mark.Kind}");

    public void Read(string path)
    {
        var (components, kind) = (Array.Empty<string>(), "");
        foreach (var line in File.ReadLines(path).Where(line => line.Trim() is { Length: > 0 } text && text[0] != '#'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line[0] != ' ')
            {
                (components, kind) = words[0] == "for" ? (words[1..], "") : (components, words[0]);
                continue;
            }

            var colon = Array.FindIndex(words, word => word.EndsWith(':'));
            var blocks = words[..(colon + 1)].Select(block => block.TrimEnd(':') + ".").DefaultIfEmpty("");
            foreach (var name in blocks.SelectMany(block => words[(colon + 1)..].Select(word => block + word)))
            {
                _marks.Add(new Mark(Path.GetFileName(path), components, kind, name));
            }
        }
    }

    /// <summary>One of content, target and effort: a new attribute forces a decision.</summary>
    public string ImpactOf(string component, string path)
    {
        var found = Find(component, path, Impacts);
        if (found.Count != 1)
        {
            Problems.Add($"{component}: '{path}' is marked {(found.Count == 0 ? "neither content nor target nor effort" : string.Join(" and ", found))}");
        }

        return found.Count == 0 ? "" : found[0];
    }

    public bool IsSecret(string component, string path) => Find(component, path, ["secret"]).Count > 0;

    /// <summary>Files of the building machine (each entry of a list): file and files have contents that count, path has not.</summary>
    public string? FormatOf(string component, string path) => Find(component, path, Formats).FirstOrDefault();

    private List<string> Find(string component, string path, string[] kinds)
    {
        var found = _marks.FindAll(mark => mark.Path == path && kinds.Contains(mark.Kind)
            && mark.Components.Any(pattern => pattern == component
                || (pattern.EndsWith('*') && component.StartsWith(pattern[..^1], StringComparison.Ordinal))));
        _used.UnionWith(found);
        return [.. found.Select(mark => mark.Kind)];
    }

    private sealed record Mark(string File, string[] Components, string Kind, string Path);
}

/// <summary>The trimmed schema: one line per attribute and rule, so that a new plugin version shows as a readable diff.</summary>
internal sealed class Trimmed(string component, Marks marks)
{
    public string Component(JsonElement schema)
    {
        var text = new StringBuilder("{\n");
        var plugin = schema.GetProperty("plugin");
        if (plugin.GetProperty("source").GetString() != "builtin")
        {
            text.Append(CultureInfo.InvariantCulture,
                $"  \"plugin\": {{\"source\": {plugin.GetProperty("source").GetRawText()}, \"version\": {plugin.GetProperty("version").GetRawText()}}},\n");
        }

        var removed = schema.TryGetProperty("removed", out var gone)
            ? gone.EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => attribute.Value.GetString()!) : [];
        Body(text, "  ", "", schema, [.. Rules(schema)], removed);
        return text.Append("}\n").ToString();
    }

    /// <param name="owner">The block's path with a dot behind it; empty for the component itself.</param>
    private void Body(
        StringBuilder text,
        string indent,
        string owner,
        JsonElement body,
        List<(string Block, string Rule)> rules,
        Dictionary<string, string> removed)
    {
        var ofBody = rules.Where(rule => rule.Block == owner).Select(rule => rule.Rule).ToList();
        if (owner.Length == 0 || ofBody.Count > 0)
        {
            Lines(text, indent, "rules", "[", "]", ofBody);
        }

        var gone = removed.Where(attribute => attribute.Key[..(attribute.Key.LastIndexOf('.') + 1)] == owner)
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => $"\"{attribute.Key[owner.Length..]}\": {Quoted(attribute.Value)}").ToList();
        if (gone.Count > 0)
        {
            Lines(text, indent, "removed", "{", "}", gone);
        }

        var attributes = body.GetProperty("attributes").EnumerateObject()
            .Where(attribute => Text(attribute.Value, "group") != "internal" && !Flag(attribute.Value, "internal"))
            .OrderBy(attribute => attribute.Name, StringComparer.Ordinal)
            .Select(attribute => $"\"{attribute.Name}\": {Attribute(owner + attribute.Name, attribute.Value)}");
        var blocks = body.GetProperty("blocks").EnumerateObject().OrderBy(block => block.Name, StringComparer.Ordinal).ToList();
        Lines(text, indent, "attributes", "{", "}", attributes);
        if (blocks.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}\"blocks\": {{}}\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}\"blocks\": {{\n");
        foreach (var block in blocks)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}  \"{block.Name}\": {{\n");
            text.Append(CultureInfo.InvariantCulture,
                $"{indent}    \"repeatable\": {(Text(block.Value, "nesting") == "single" ? "false" : "true")},\n");
            if (Flag(block.Value, "enforced"))
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}    \"enforced\": true,\n");
            }

            if (Raw(block.Value, "maxItems") is { } most)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}    \"maxItems\": {most},\n");
            }

            Body(text, indent + "    ", $"{owner}{block.Name}.", block.Value, rules, removed);
            text.Append(CultureInfo.InvariantCulture, $"{indent}  }}{(block.Name == blocks[^1].Name ? "" : ",")}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}}}\n");
    }

    private string Attribute(string path, JsonElement attribute)
    {
        var parts = new List<string> { $"\"type\": {attribute.GetProperty("type").GetRawText()}" };
        var format = marks.FormatOf(component, path) ?? Text(attribute, "format");
        var pattern = Text(attribute, "pattern") ?? Text(attribute, "itemPattern");
        if (pattern == "^[0-9]+[bkmgtBKMGT]?$")
        {
            (format, pattern) = ("size", null);
        }

        Add("format", format is null ? null : $"\"{format}\"");
        Add("impact", marks.ImpactOf(component, path) is not "content" and var impact ? $"\"{impact}\"" : null);
        Add("secret", marks.IsSecret(component, path) ? "true" : null);
        Add("enforced", Flag(attribute, "enforced") ? "true" : null);
        Add("allowed", Allowed(attribute));
        Add("strict", Flag(attribute, "allowedStrict") ? "true" : null);
        Add("ignoreCase", Flag(attribute, "allowedIgnoreCase") ? "true" : null);
        Add("min", Raw(attribute, "min"));
        Add("max", Raw(attribute, "max"));
        Add("multipleOf", Raw(attribute, "multipleOf"));
        Add("minLength", Raw(attribute, "minLength"));
        Add("maxLength", Raw(attribute, "maxLength"));
        Add("maxItems", Raw(attribute, "maxItems"));
        Add("pattern", pattern is null ? null : Quoted(pattern));
        Add("forbidden", Flag(attribute, "forbidden") ? "true" : null);
        Add("env", Raw(attribute, "env"));
        Add("default", Default(attribute));
        Add("deprecated", Flag(attribute, "deprecated") ? "true" : null);
        Add("since", Raw(attribute, "since"));
        return $"{{{string.Join(", ", parts)}}}";

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                parts.Add($"\"{key}\": {value}");
            }
        }
    }

    /// <summary>Where a number may stand for a name, the numbers are allowed values too.</summary>
    private static string? Allowed(JsonElement attribute)
    {
        if (!attribute.TryGetProperty("allowed", out var allowed))
        {
            return null;
        }

        var values = allowed.EnumerateArray().Select(value => value.ToString()).ToList();
        if (Text(attribute, "acceptsInteger")?.Split("..") is [var from, var to])
        {
            for (var number = int.Parse(from, CultureInfo.InvariantCulture); number <= int.Parse(to, CultureInfo.InvariantCulture); number++)
            {
                values.Add(number.ToString(CultureInfo.InvariantCulture));
            }
        }

        return $"[{string.Join(", ", values.Select(Quoted))}]";
    }

    /// <summary>Literal defaults only, as text.</summary>
    private static string? Default(JsonElement attribute) =>
        attribute.TryGetProperty("default", out var value) && value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)
            ? Quoted(value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText())
            : null;

    /// <summary>
    /// What the component's code checks, each with the block within whose instances it holds (empty: the component). What only
    /// its documentation says is left out. The newest plugin counts, so that it is no matter since when it checks.
    /// </summary>
    private static IEnumerable<(string Block, string Rule)> Rules(JsonElement schema)
    {
        foreach (var element in schema.TryGetProperty("rules", out var rules) ? rules.EnumerateArray() : [])
        {
            if (Flag(element, "documentedOnly"))
            {
                continue;
            }

            var rule = JsonNode.Parse(element.GetRawText())!.AsObject();
            rule.Remove("since");
            var block = BlockOf(rule);
            if (block.Length > 0)
            {
                Move(rule);
            }

            yield return (block, OneLine(rule));
        }
    }

    /// <summary>The one block that a rule speaks of, with a dot behind it. Without a block of that name it has to hold.</summary>
    private static string BlockOf(JsonObject rule)
    {
        var names = Names(rule["attributes"]!).ToList();
        var condition = (string?)rule["if"]?["attribute"];
        var first = names[0].Split('.')[0];
        var block = first.TrimEnd('[', ']') + ".";
        var within = names.TrueForAll(name => name.StartsWith(first + ".", StringComparison.Ordinal))
            && (condition is null || condition == first || condition.StartsWith(first + ".", StringComparison.Ordinal));
        var asksForNothing = first.EndsWith("[]", StringComparison.Ordinal) || condition is not null
            || (string)rule["type"]! is "atMostOne" or "atMostOneOfGroups" or "allOrNone" or "pattern";
        return within && asksForNothing ? block : "";
    }

    private static void Move(JsonObject rule)
    {
        Rename(rule["attributes"]!.AsArray());
        if (rule["if"] is JsonObject condition && (string)condition["attribute"]! is var name)
        {
            if (!name.Contains('.', StringComparison.Ordinal))
            {
                rule.Remove("if");
            }
            else
            {
                condition["attribute"] = Inner(name);
            }
        }

        void Rename(JsonArray names)
        {
            for (var index = 0; index < names.Count; index++)
            {
                if (names[index] is JsonArray group)
                {
                    Rename(group);
                }
                else
                {
                    names[index] = Inner((string)names[index]!);
                }
            }
        }

        static string Inner(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
    }

    private static IEnumerable<string> Names(JsonNode attributes) =>
        attributes is JsonArray array ? array.SelectMany(name => Names(name!)) : [attributes.GetValue<string>()];

    private static void Lines(
        StringBuilder text, string indent, string name, string open, string close, IEnumerable<string> lines)
    {
        var body = string.Join($",\n{indent}  ", lines);
        var inner = body.Length == 0 ? "" : $"\n{indent}  {body}\n{indent}";
        text.Append(CultureInfo.InvariantCulture, $"{indent}\"{name}\": {open}{inner}{close},\n");
    }

    private static string OneLine(JsonNode? node) => node switch
    {
        JsonObject rule => $"{{{string.Join(", ", rule.Select(part => $"\"{part.Key}\": {OneLine(part.Value)}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(OneLine))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Quoted((string)value!),
        JsonValue value => value.ToJsonString(),
        _ => "null",
    };

    private static string? Raw(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetRawText() : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
