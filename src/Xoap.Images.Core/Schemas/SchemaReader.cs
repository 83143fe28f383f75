using System.Collections.Immutable;
using System.Text.Json;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas;

/// <summary>Reads the embedded data. It is generated (eng/schemas.cs): what it does not know is a bug, not an input.</summary>
internal static class SchemaReader
{
    public static ComponentSchema Read(ComponentKind kind, string name, JsonElement json)
    {
        PluginSource? plugin = null;
        ImmutableArray<ComponentRule> rules = [];
        ImmutableArray<SettingSchema> attributes = [];
        ImmutableArray<BlockSchema> blocks = [];
        foreach (var part in json.EnumerateObject())
        {
            switch (part.Name)
            {
                case "plugin":
                    plugin = new PluginSource(Text(part.Value, "source"), Text(part.Value, "version"));
                    break;
                case "rules":
                    rules = Rules(part.Value);
                    break;
                case "attributes":
                    attributes = Attributes(part.Value);
                    break;
                case "blocks":
                    blocks = Blocks(part.Value);
                    break;
                default:
                    throw new InvalidDataException($"The schema of {name} has an unknown part '{part.Name}'.");
            }
        }

        return new ComponentSchema(kind, name, plugin, attributes, blocks, rules);
    }

    private static ImmutableArray<BlockSchema> Blocks(JsonElement json)
    {
        var blocks = ImmutableArray.CreateBuilder<BlockSchema>();
        foreach (var block in json.EnumerateObject())
        {
            blocks.Add(new BlockSchema(
                block.Name,
                block.Value.GetProperty("repeatable").GetBoolean(),
                Attributes(block.Value.GetProperty("attributes")),
                Blocks(block.Value.GetProperty("blocks"))));
        }

        return blocks.ToImmutable();
    }

    private static ImmutableArray<SettingSchema> Attributes(JsonElement json)
    {
        var attributes = ImmutableArray.CreateBuilder<SettingSchema>();
        foreach (var attribute in json.EnumerateObject())
        {
            attributes.Add(Attribute(attribute.Name, attribute.Value));
        }

        return attributes.ToImmutable();
    }

    private static SettingSchema Attribute(string name, JsonElement json)
    {
        var schema = new SettingSchema(name, Type(Text(json, "type")));
        foreach (var part in json.EnumerateObject())
        {
            schema = part.Name switch
            {
                "type" => schema,
                "format" => schema with { Format = Format(part.Value.GetString()!) },
                "impact" => schema with { Impact = part.Value.ValueEquals("target") ? Impact.Target : Impact.Effort },
                "secret" => schema with { Secret = true },
                "enforced" => schema with { Enforced = true },
                "allowed" => schema with { Allowed = Texts(part.Value) },
                "strict" => schema with { AllowedStrict = true },
                "ignoreCase" => schema with { AllowedIgnoreCase = true },
                "min" => schema with { Min = part.Value.GetInt64() },
                "max" => schema with { Max = part.Value.GetInt64() },
                "default" => schema with { Default = part.Value.GetString() },
                "deprecated" => schema with { Deprecated = true },
                "since" => schema with { Since = part.Value.GetString() },
                _ => throw new InvalidDataException($"The schema of '{name}' has an unknown part '{part.Name}'."),
            };
        }

        return schema;
    }

    private static SettingFormat Format(string format) => format switch
    {
        "duration" => SettingFormat.Duration,
        "integer" => SettingFormat.Integer,
        "size" => SettingFormat.Size,
        "file" => SettingFormat.File,
        "files" => SettingFormat.Files,
        "path" => SettingFormat.Path,
        _ => throw new InvalidDataException($"Unknown format '{format}'."),
    };

    private static SettingType Type(string type) => type switch
    {
        "string" => SettingType.Text,
        "number" => SettingType.Number,
        "bool" => SettingType.Flag,
        "list(string)" => SettingType.TextList,
        "list(number)" => SettingType.NumberList,
        "map(string)" => SettingType.TextMap,
        _ when type.StartsWith("list(", StringComparison.Ordinal) => new SettingType(SettingKind.List, Type(type[5..^1])),
        _ when type.StartsWith("map(", StringComparison.Ordinal) => new SettingType(SettingKind.Map, Type(type[4..^1])),
        _ => throw new InvalidDataException($"Unknown type '{type}'."),
    };

    private static ImmutableArray<ComponentRule> Rules(JsonElement json)
    {
        var rules = ImmutableArray.CreateBuilder<ComponentRule>();
        foreach (var rule in json.EnumerateArray())
        {
            rules.Add(new ComponentRule(
                Text(rule, "type"),
                Texts(rule.GetProperty("attributes")),
                rule.TryGetProperty("values", out var values) ? Texts(values) : [],
                rule.TryGetProperty("if", out var condition) ? Condition(condition) : null));
        }

        return rules.ToImmutable();
    }

    private static RuleCondition Condition(JsonElement json)
    {
        foreach (var part in json.EnumerateObject())
        {
            if (part.Name != "attribute")
            {
                var values = ImmutableArray.CreateBuilder<string?>();
                foreach (var value in part.Value.ValueKind == JsonValueKind.Array ? part.Value.EnumerateArray() : default)
                {
                    values.Add(Scalar(value));
                }

                if (part.Value.ValueKind != JsonValueKind.Array)
                {
                    values.Add(Scalar(part.Value));
                }

                return new RuleCondition(Text(json, "attribute"), part.Name, values.ToImmutable());
            }
        }

        throw new InvalidDataException("A condition without a test.");
    }

    private static ImmutableArray<string> Texts(JsonElement json)
    {
        var texts = ImmutableArray.CreateBuilder<string>(json.GetArrayLength());
        foreach (var text in json.EnumerateArray())
        {
            texts.Add(Scalar(text)!);
        }

        return texts.ToImmutable();
    }

    /// <summary>Values as settings hold them: true and false in lower case; null stands for "not set".</summary>
    private static string? Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        _ => json.GetRawText(),
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
