using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>What a builder's component has from a base image.</summary>
internal static class BaseImageSettings
{
    /// <summary>The image's identity stands for these in the content key: its files may lie elsewhere tomorrow, and its name has its version in it.</summary>
    public static Component Effort(Component component, OperatingSystemItem? system) => system?.Base is null
        ? component
        : component with
        {
            Settings = Effort(component.Settings, system),
            Blocks = [.. component.Blocks.Select(block => block with { Settings = Effort(block.Settings, system) })],
        };

    private static ImmutableArray<Setting> Effort(ImmutableArray<Setting> settings, OperatingSystemItem system) =>
        [.. settings.Select(setting => IsOf(setting, system) ? setting with { Impact = Impact.Effort, Files = FileUse.None } : setting)];

    private static bool IsOf(Setting setting, OperatingSystemItem system) =>
        setting.Origin with { Metadata = null } == system.Settings.Origin;
}
