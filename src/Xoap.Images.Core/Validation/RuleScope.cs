using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation;

/// <summary>A component or one of its blocks: what it was given, beside what it accepts.</summary>
/// <param name="Subject">As messages begin: <c>Builder 'b'</c>.</param>
/// <param name="Name">Packer's: <c>qemu</c>, or the block's.</param>
/// <param name="Block">How an item for a nested block begins: <c>&lt;BuilderBlock Include="…" Builder="b"</c>.</param>
internal sealed record RuleScope(string Subject, string Name, Origin Origin, string Block)
{
    /// <summary>What such an item needs to stand in this block; empty for the component.</summary>
    public string Within { get; init; } = "";

    public ImmutableArray<SettingSchema> Attributes { get; init; } = [];

    public ImmutableArray<BlockSchema> BlockSchemas { get; init; } = [];

    public ImmutableArray<ComponentRule> Rules { get; init; } = [];

    public ImmutableArray<Setting> Settings { get; init; } = [];

    public ImmutableArray<SettingBlock> Blocks { get; init; } = [];

    /// <summary>Attributes that we set: their rules hold by construction, or the type has rules of its own.</summary>
    public ImmutableArray<string> Ours { get; init; } = [];

    /// <summary>Names that make a nested block by themselves.</summary>
    public ImmutableArray<SettingAlias> Aliases { get; init; } = [];

    /// <summary>The nested block that gets the answer file.</summary>
    public SettingBlock? Answers { get; init; }

    public bool IsOurs(string attribute)
    {
        foreach (var name in Ours)
        {
            if (SettingName.Same(name, attribute))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether Packer takes the attribute or block for set: not empty, 0 or false.</summary>
    public bool IsSet(string path) => Find(Settings, Blocks, path) switch
    {
        (null, null) => false,
        (null, _) => true,
        ({ Value: SettingValue.Text text }, _) => text.Value.Length > 0,
        ({ Value: SettingValue.Flag flag }, _) => flag.Value,
        ({ Value: SettingValue.Number number }, _) => Parse(number.Value) != 0,
        ({ Value: SettingValue.List list }, _) => !list.Values.IsEmpty,
        ({ Value: SettingValue.Map map }, _) => !map.Entries.IsEmpty,
        _ => true,
    };

    /// <summary>Whether only Packer knows the value.</summary>
    public bool IsUnknown(string path) =>
        Find(Settings, Blocks, path).Setting?.Value is SettingValue.Expression or SettingValue.Secret;

    /// <summary>The value as rules write it; null: not set.</summary>
    public string? Text(string path) => IsSet(path)
        ? Find(Settings, Blocks, path).Setting?.Value switch
        {
            SettingValue.Text text => text.Value,
            SettingValue.Flag => "true",
            SettingValue.Number number => number.Value,
            _ => "\0", // set, but equal to no value of a rule
        }
        : null;

    /// <summary>The number that Packer would take: what is set, or the attribute's default.</summary>
    public decimal? Number(string path) => Find(Settings, Blocks, path).Setting?.Value is SettingValue.Number number
        ? Parse(number.Value)
        : Parse(SettingName.Find(Attributes.AsSpan(), path)?.Default);

    public Origin OriginOf(string path) =>
        Find(Settings, Blocks, path) is var (setting, block) && (setting?.Origin ?? block?.Origin) is { } origin ? origin : Origin;

    /// <summary>Who has a setting: what an item says that builders share is said of the item, once.</summary>
    public string SubjectAt(Origin origin) =>
        origin.ItemType is "OperatingSystem" or "Connection" ? $"{origin.ItemType} '{origin.Name}'" : Subject;

    public bool IsBlock(string path)
    {
        var schemas = BlockSchemas;
        foreach (var name in path.Split('.'))
        {
            if (schemas.FirstOrDefault(schema => schema.Name == name) is not { } found)
            {
                return false;
            }

            schemas = found.Blocks;
        }

        return true;
    }

    /// <summary>What to do for a nested block: <c>Write DiskSizeGB="…", or add &lt;BuilderBlock Include="…" Builder="b"</c>.</summary>
    public string ToAdd(string block) =>
        (Aliases.FirstOrDefault(alias => alias.Block?.Name == block) is { } alias ? $"Write {alias.Name}=\"…\", or add " : "Add ") + Block + Within;

    /// <summary>As the project writes it: <c>Tenancy of block placement</c>.</summary>
    public string Words(string path)
    {
        if (IsBlock(path))
        {
            return "block " + path;
        }

        var dot = path.LastIndexOf('.');
        var name = SettingName.ToMetadata(path[(dot + 1)..]);
        return dot < 0 ? name : $"{name} of block {path[..dot]}";
    }

    private static (Setting? Setting, SettingBlock? Block) Find(
        ImmutableArray<Setting> settings, ImmutableArray<SettingBlock> blocks, string path)
    {
        foreach (var setting in settings)
        {
            if (setting.Name == path)
            {
                return (setting, null);
            }
        }

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        foreach (var block in blocks)
        {
            if (dot < 0 ? block.Name == path : path.AsSpan(0, dot).SequenceEqual(block.Name))
            {
                var found = dot < 0 ? (null, block) : Find(block.Settings, block.Blocks, path[(dot + 1)..]);
                if (found is not (null, null))
                {
                    return found;
                }
            }
        }

        return default;
    }

    private static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
