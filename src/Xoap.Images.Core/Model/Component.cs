using System.Collections.Immutable;

namespace Xoap.Images.Model;

/// <summary>A Packer component with the settings that the user gave it.</summary>
/// <param name="Name">Packer's name: <c>qemu</c>, <c>shell</c>.</param>
internal sealed record Component(string Name, ImmutableArray<Setting> Settings, ImmutableArray<SettingBlock> Blocks)
{
    public Setting? Find(string attribute) => Settings.FirstOrDefault(setting => setting.Name == attribute);

    /// <summary>Whether there is an attribute or a nested block of that name.</summary>
    public bool Has(string name) => Find(name) is not null || Blocks.Any(block => block.Name == name);
}
