using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Puts what aliases say into the nested blocks that it belongs to, and makes a block where there is none of its kind.</summary>
internal static class AliasBlocks
{
    /// <param name="settings">The strongest first.</param>
    public static ImmutableArray<SettingBlock> Fill(
        ImmutableArray<SettingBlock> blocks, IEnumerable<BlockSetting> settings, ComponentSchema schema, ReadingContext context)
    {
        foreach (var setting in settings)
        {
            var body = schema with { Attributes = schema.Blocks.First(block => block.Name == setting.Block.Name).Attributes };
            var index = IndexOf(blocks, setting.Block);
            blocks = index < 0
                ? blocks.Add(New(setting, body))
                : blocks.SetItem(index, With(blocks[index], setting, body, context));
        }

        return blocks;
    }

    private static SettingBlock New(BlockSetting setting, ComponentSchema body)
    {
        ImmutableArray<Setting> settings = [setting.Setting];
        if (setting.Block is { Kind: { } kind, Values: [var value, ..] })
        {
            var schema = SettingName.Find(body.Attributes.AsSpan(), kind)!;
            settings = SettingSet.Over(settings, [SettingSet.Of(schema, new SettingValue.Text(value), setting.Setting.Origin)], body);
        }

        return new SettingBlock(setting.Block.Name, settings, [], setting.Setting.Origin);
    }

    private static SettingBlock With(SettingBlock block, BlockSetting setting, ComponentSchema body, ReadingContext context)
    {
        var (name, value, _, origin) = setting.Setting;
        var present = block.Settings.FirstOrDefault(other => other.Name == name);
        var bothOnTheBuilder = present?.Origin.ItemType == ItemTypes.BuilderBlock.Name && origin.ItemType == ItemTypes.Builder.Name;
        if (bothOnTheBuilder && present!.Value != value)
        {
            context.Report(ReadingDiagnostics.SettingGivenTwice(
                origin, $"{SettingName.ToMetadata(name)} of {present.Origin.Name}", setting.WrittenAs, $"{block.Name}.{name}"));
        }

        return block with { Settings = SettingSet.Over(block.Settings, [setting.Setting], body) };
    }

    private static int IndexOf(ImmutableArray<SettingBlock> blocks, AliasBlock wanted)
    {
        for (var index = 0; index < blocks.Length; index++)
        {
            if (blocks[index].Name == wanted.Name && (wanted.Kind is null || Fits(blocks[index], wanted)))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool Fits(SettingBlock block, AliasBlock wanted) => block.Settings.Any(setting =>
        setting.Name == wanted.Kind && setting.Value is SettingValue.Text kind && wanted.Values.Contains(kind.Value));
}
