using System.Text.Json.Nodes;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tests.AnyText;

/// <summary>A setting that takes any text: an attribute of a component as the metadatum of an item.</summary>
internal sealed record TextSlot(string Attribute, SettingType Type)
{
    private const int Several = 3;

    public string Metadatum => SettingName.ToMetadata(Attribute);

    /// <summary>All of a component that an item can set and the old Packer knows.</summary>
    public static IEnumerable<TextSlot> Of(ComponentSchema schema, PackerProfile profile) => schema.Attributes
        .Where(attribute => attribute is { Format: SettingFormat.None, AllowedStrict: false, Secret: false, Deprecated: false }
            && IsText(attribute.Type) && ProfileCheck.Missing(profile, schema, attribute) is null
            && !ItemTypes.Reserved.Any(reserved => SettingName.Same(reserved, attribute.Name)))
        .Select(attribute => new TextSlot(attribute.Name, attribute.Type));

    /// <summary>The metadatum's value, and what Packer must find. A map's key cannot hold '=', nor stand beside one with white space.</summary>
    public (string Written, JsonNode Expected) Fill(Func<string> next) => Type switch
    {
        { Kind: SettingKind.Text } => Text(next()),
        { Kind: SettingKind.Map } => Map([.. Enumerable.Range(0, Several).Select(index => ($"{index}{Key(next())}", next().TrimStart()))]),
        { Element.Kind: SettingKind.Text } => List([.. Enumerable.Range(0, Several).Select(_ => next())]),
        _ => Json([.. Enumerable.Range(0, Several).Select(_ => (string[])[next(), next()])]),
    };

    private static string Key(string text) => text.Replace("=", "", StringComparison.Ordinal).Trim();

    private static bool IsText(SettingType type) => type.Kind == SettingKind.Text || (type.Element is { } element && IsText(element)
        && (type.Kind == SettingKind.List || element.Kind == SettingKind.Text));

    private static (string, JsonNode) Text(string text) => (EvaluatedProject.Escape(text), JsonValue.Create(text));

    private static (string, JsonNode) List(string[] texts) =>
        (string.Join(';', texts.Select(EvaluatedProject.Escape)), new JsonArray([.. texts.Select(text => JsonValue.Create(text))]));

    private static (string, JsonNode) Map((string Key, string Value)[] entries) => (
        string.Join(';', entries.Select(entry => $"{EvaluatedProject.Escape(entry.Key)}={EvaluatedProject.Escape(entry.Value)}")),
        new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)JsonValue.Create(entry.Value)))));

    private static (string, JsonNode) Json(string[][] lists)
    {
        var json = new JsonArray([.. lists.Select(list => new JsonArray([.. list.Select(text => JsonValue.Create(text))]))]);
        return (EvaluatedProject.Escape(json.ToJsonString()), json);
    }
}
