using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Rendering;

/// <summary>Says in the words of a component that Packer bundled what its plugin says in newer ones.</summary>
internal static class LegacyForm
{
    private const string BootIso = "boot_iso";

    public static BuildPlan Of(BuildPlan plan, PackerProfile profile)
    {
        var component = plan.Variant.Component;
        return component.Name == "proxmox-iso" && !profile.Can(PackerCapability.RequiredPlugins)
            ? plan with { Variant = plan.Variant with { Component = WithoutBootIso(component) } }
            : plan;
    }

    /// <summary>The ISO to boot from was no block but attributes of the builder itself, most of them under the same names.</summary>
    private static Component WithoutBootIso(Component component)
    {
        if (component.Blocks.FirstOrDefault(block => block.Name == BootIso) is not { } block)
        {
            return component;
        }

        var settings = component.Settings;
        var left = ImmutableArray.CreateBuilder<Setting>();
        foreach (var setting in block.Settings)
        {
            if (NameOf(setting.Name) is { } name)
            {
                settings = settings.Add(setting with { Name = name });
            }
            else
            {
                left.Add(setting);
            }
        }

        return component with
        {
            Settings = settings,
            Blocks = left.Count == 0
                ? component.Blocks.Remove(block)
                : component.Blocks.Replace(block, block with { Settings = left.ToImmutable() }),
        };
    }

    private static string? NameOf(string attribute) => attribute switch
    {
        "unmount" => "unmount_iso",
        _ when attribute.StartsWith("iso_", StringComparison.Ordinal) && attribute != "iso_download_pve" => attribute,
        _ => null,
    };
}
