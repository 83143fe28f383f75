using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering.AnswerFiles;

/// <summary>The CD of a builder that makes it by a block: the user's block without contents gets ours.</summary>
internal static class ExtraCd
{
    public static ImmutableArray<SettingBlock> With(ImmutableArray<SettingBlock> blocks, ImmutableArray<HclEntry> attributes)
    {
        var block = InstallerMedia.EmptyCd(blocks)!;
        var settings = attributes.Select(attribute => new Setting(attribute.Name, Written(attribute.Value), Impact.Content, block.Origin));
        return blocks.Replace(block, block with { Settings = [.. block.Settings, .. settings] });
    }

    private static SettingValue.Expression Written(HclValue value)
    {
        var hcl = new StringBuilder();
        HclLine.TryAppend(hcl, value);
        return new SettingValue.Expression(hcl.ToString());
    }
}
