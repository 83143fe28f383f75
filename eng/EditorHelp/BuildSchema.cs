using System.Text.Json.Nodes;

namespace Xoap.Images.EditorHelp;

/// <summary>The same for the extension "MSBuild Editor", which reads <c>&lt;targets file&gt;.buildschema.json</c> beside an imported file.</summary>
internal static class BuildSchema
{
    public static JsonObject Write(Words words) => new()
    {
        ["properties"] = Members(words.Properties),
        ["items"] = new JsonObject(words.Items.Select(item => KeyValuePair.Create<string, JsonNode?>(item.Name, new JsonObject
        {
            ["description"] = item.Description,
            ["includeDescription"] = "names",
            ["metadata"] = Members(item.All),
        }))),
        ["targets"] = new JsonObject(words.Targets.Select(target => KeyValuePair.Create<string, JsonNode?>(target.Name, target.Description))),
    };

    private static JsonObject Members(IEnumerable<Word> words) => new(
        words.DistinctBy(word => word.Name, StringComparer.OrdinalIgnoreCase)
            .Select(word => KeyValuePair.Create<string, JsonNode?>(word.Name, Member(word))));

    private static JsonObject Member(Word word)
    {
        var member = new JsonObject { ["description"] = word.Description, ["type"] = TypeOf(word) };
        if (word.IsList)
        {
            member["isList"] = true;
        }

        if (word.IsRequired)
        {
            member["isRequired"] = true;
        }

        return member;
    }

    private static JsonNode TypeOf(Word word) => word switch
    {
        { Kind: WordKind.Flag } => "bool",
        { Kind: WordKind.Integer } => "int",
        { Kind: WordKind.Path } => "file-or-folder",
        { Choices.IsEmpty: true } => "string",
        _ => new JsonObject
        {
            ["values"] = new JsonObject(
                word.Choices.DistinctBy(choice => choice.Value, StringComparer.OrdinalIgnoreCase)
                    .Select(choice => KeyValuePair.Create<string, JsonNode?>(choice.Value, choice.Description))),
            ["allowUnknownValues"] = true,
            ["caseSensitive"] = false,
        },
    };
}
