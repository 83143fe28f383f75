using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Permissions;

/// <summary>What the builders of one connection set, taken together.</summary>
/// <param name="Purpose">What is built with which connection: for names that belong to nobody else.</param>
internal sealed record UsedSettings(ImmutableArray<Variant> Variants, string Purpose)
{
    /// <summary>Whether one of the attributes or blocks is set, other than to false or to nothing.</summary>
    public bool Any(params ReadOnlySpan<string> names)
    {
        foreach (var variant in Variants)
        {
            foreach (var name in names)
            {
                if (IsSet(variant.Component.Find(name)?.Value) || variant.Component.Blocks.Any(block => block.Name == name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether one of the attributes is set inside a nested block, at any depth.</summary>
    public bool AnyInBlocks(params string[] attributes) =>
        Blocks().Any(block => block.Settings.Any(setting => attributes.Contains(setting.Name) && IsSet(setting.Value)));

    /// <summary>The distinct values of an attribute that are known here: never those of secrets and expressions.</summary>
    public ImmutableArray<string> Texts(string attribute) => Distinct(Variants.Select(variant => Text(variant, attribute)));

    /// <summary>The same of an attribute of the blocks of one name.</summary>
    public ImmutableArray<string> Texts(string block, string attribute) =>
        TextsOf(Blocks().Where(candidate => candidate.Name == block), attribute);

    public ImmutableArray<string> TextsInBlocks(string attribute) => TextsOf(Blocks(), attribute);

    public static string? Text(Variant variant, string attribute) => TextOf(variant.Component.Find(attribute)?.Value);

    private static ImmutableArray<string> TextsOf(IEnumerable<SettingBlock> blocks, string attribute) => Distinct(
        blocks.SelectMany(block => block.Settings).Where(setting => setting.Name == attribute).Select(setting => TextOf(setting.Value)));

    private IEnumerable<SettingBlock> Blocks() => Variants.SelectMany(variant => variant.Component.Blocks).SelectMany(WithInner);

    private static IEnumerable<SettingBlock> WithInner(SettingBlock block) => block.Blocks.SelectMany(WithInner).Prepend(block);

    private static ImmutableArray<string> Distinct(IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string? TextOf(SettingValue? value) => value is SettingValue.Text { Value.Length: > 0 } text ? text.Value : null;

    private static bool IsSet(SettingValue? value) => value switch
    {
        null => false,
        SettingValue.Text text => text.Value.Length > 0,
        SettingValue.Flag flag => flag.Value,
        SettingValue.List list => !list.Values.IsEmpty,
        SettingValue.Map map => !map.Entries.IsEmpty,
        _ => true,
    };
}
