using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>A Packer provisioner by its own name, with the settings that the user gave.</summary>
internal static class RawComponent
{
    public static void Render(StepBlocks blocks)
    {
        var component = blocks.Step.Provisioner.Component;
        blocks.Write(
            component.Name, [.. component.Settings.Select(setting => Entry(blocks, setting))], component.Blocks);
    }

    private static HclEntry Entry(StepBlocks blocks, Setting setting) => setting switch
    {
        { Files: FileUse.File, Value: SettingValue.Text { Value: var path } } =>
            new HclEntry(setting.Name, Staged(blocks, path)),
        { Files: FileUse.File, Value: SettingValue.List list } =>
            new HclEntry(
                setting.Name,
                new HclValue.List([.. list.Values.OfType<SettingValue.Text>().Select(path => Staged(blocks, path.Value))])),
        _ => blocks.Draft.Hcl(setting),
    };

    /// <summary>A copy of its own for each file, so that the log shows whose file it is.</summary>
    private static HclValue Staged(StepBlocks blocks, string path)
    {
        if (blocks.Step.Sources.FirstOrDefault(source => source.Path == path) is not { IsFolder: false, Files: [var file] })
        {
            return HclValue.Of(path);
        }

        var name = $"{blocks.Draft.FileCount}-{StagedFile.SafeName(path)}";
        blocks.MarkBy(StagedFile.FolderOf(blocks.Step) + name);
        return StagedFile.Add(blocks.Draft, blocks.Step, file, name);
    }
}
