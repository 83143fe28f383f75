using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>An item's metadata, typed: what is ours, what the friendly type adds, what its component takes.</summary>
/// <param name="Rest">Names that the vocabulary leaves to somebody else (an operating system's, a connection's).</param>
internal sealed record ItemSettings(
    Item Item,
    ImmutableArray<Setting> Ours,
    ImmutableArray<Setting> Own,
    ImmutableArray<Setting> Component,
    ImmutableArray<string> Rest)
{
    /// <summary>What aliases say inside nested blocks.</summary>
    public ImmutableArray<BlockSetting> InBlocks { get; init; } = [];

    /// <summary>What aliases say as a part of an attribute.</summary>
    public ImmutableArray<PartSetting> Parts { get; init; } = [];

    public Origin Origin => Item.Origin;

    public string? Text(string name) => (Find(name)?.Value as SettingValue.Text)?.Value;

    public bool Flag(string name) => Find(name)?.Value is SettingValue.Flag { Value: true };

    public string? Number(string name) => (Find(name)?.Value as SettingValue.Number)?.Value;

    public TimeSpan? Duration(string name) =>
        Text(name) is { } text && DurationText.TryParse(text, out var duration) ? duration : null;

    public ImmutableArray<string> Texts(string name)
    {
        if (Find(name)?.Value is not SettingValue.List list)
        {
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<string>(list.Values.Length);
        foreach (var value in list.Values)
        {
            texts.Add(((SettingValue.Text)value).Value);
        }

        return texts.ToImmutable();
    }

    public Setting? Find(string name)
    {
        foreach (var setting in Ours)
        {
            if (setting.Name == name)
            {
                return setting;
            }
        }

        return null;
    }
}

/// <summary>An alias's value for an attribute of a nested block.</summary>
internal sealed record BlockSetting(AliasBlock Block, Setting Setting, string WrittenAs);

/// <summary>An alias's part of an attribute: its text without what surrounds it there.</summary>
internal sealed record PartSetting(SettingAlias Alias, SettingSchema Attribute, string Text, Origin Origin);
