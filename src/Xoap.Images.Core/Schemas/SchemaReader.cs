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
        ImmutableArray<RemovedAttribute> removed = [];
        foreach (var part in json.EnumerateObject())
        {
            switch (part.Name)
            {
                case "plugin":
                    plugin = new PluginSource(Text(part.Value, "source"), Text(part.Value, "version"));
                    break;
                case "rules":
                    rules = RuleReader.Read(part.Value);
                    break;
                case "removed":
                    removed = Removed(part.Value);
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

        return new ComponentSchema(kind, name, plugin, attributes, blocks, rules) { Removed = removed };
    }

    private static ImmutableArray<BlockSchema> Blocks(JsonElement json)
    {
        var blocks = ImmutableArray.CreateBuilder<BlockSchema>();
        foreach (var block in json.EnumerateObject())
        {
            blocks.Add(Block(block.Name, block.Value));
        }

        return blocks.ToImmutable();
    }

    private static BlockSchema Block(string name, JsonElement json)
    {
        var schema = new BlockSchema(name, Repeatable: true, [], []);
        foreach (var part in json.EnumerateObject())
        {
            schema = part.Name switch
            {
                "repeatable" => schema with { Repeatable = part.Value.GetBoolean() },
                "enforced" => schema with { Enforced = true },
                "maxItems" => schema with { MaxItems = part.Value.GetInt32() },
                "rules" => schema with { Rules = RuleReader.Read(part.Value) },
                "removed" => schema with { Removed = Removed(part.Value) },
                "attributes" => schema with { Attributes = Attributes(part.Value) },
                "blocks" => schema with { Blocks = Blocks(part.Value) },
                _ => throw new InvalidDataException($"The schema of the block '{name}' has an unknown part '{part.Name}'."),
            };
        }

        return schema;
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
                "multipleOf" => schema with { MultipleOf = part.Value.GetInt64() },
                "minLength" => schema with { MinLength = part.Value.GetInt32() },
                "maxLength" => schema with { MaxLength = part.Value.GetInt32() },
                "maxItems" => schema with { MaxItems = part.Value.GetInt32() },
                "pattern" => schema with { Pattern = part.Value.GetString() },
                "forbidden" => schema with { Forbidden = true },
                "env" => schema with { Env = Texts(part.Value) },
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

    private static ImmutableArray<RemovedAttribute> Removed(JsonElement json)
    {
        var removed = ImmutableArray.CreateBuilder<RemovedAttribute>();
        foreach (var attribute in json.EnumerateObject())
        {
            removed.Add(new RemovedAttribute(attribute.Name, attribute.Value.GetString()!));
        }

        return removed.ToImmutable();
    }

    private static ImmutableArray<string> Texts(JsonElement json)
    {
        var texts = ImmutableArray.CreateBuilder<string>(json.GetArrayLength());
        foreach (var text in json.EnumerateArray())
        {
            texts.Add(text.GetString()!);
        }

        return texts.ToImmutable();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
