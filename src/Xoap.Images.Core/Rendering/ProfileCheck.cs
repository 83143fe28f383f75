using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering;

/// <summary>Finds settings that the installed Packer does not have, by the releases in the component data.</summary>
internal static class ProfileCheck
{
    /// <summary>Packer bundled what its maker's repositories hold today, and one that has moved on since.</summary>
    private static readonly string[] BundledSources = ["github.com/hashicorp/", "github.com/vmware/"];

    /// <summary>In the first release of a plugin, but not in the component that Packer 1.6 bundled.</summary>
    private static readonly string[] AfterBundling =
    [
        "http_content", "amazon-ebs.skip_create_ami", "qemu.firmware", "vmware-vmx.attach_snapshot", "proxmox-iso.token", "proxmox-clone.token",
        "virtualbox-iso.audio_controller", "virtualbox-iso.chipset", "virtualbox-iso.disk_additional_size", "virtualbox-iso.firmware",
        "virtualbox-iso.gfx_accelerate_3d", "virtualbox-iso.gfx_controller", "virtualbox-iso.gfx_efi_resolution",
        "virtualbox-iso.gfx_vram_size", "virtualbox-iso.nested_virt", "virtualbox-iso.nic_type", "virtualbox-iso.rtc_time_base",
    ];

    /// <summary>What the component that Packer 1.6 bundled asks for, and the plugin of today does not.</summary>
    private static readonly (string Component, string Block, string Attribute)[] NeededWhenBundled =
        [("proxmox-iso", "disks", "storage_pool_type"), ("proxmox-clone", "disks", "storage_pool_type")];

    /// <summary>Blocks that the bundled component has, but refuses in every HCL template.</summary>
    private static readonly (string Component, string Block)[] BrokenWhenBundled =
        [("proxmox-iso", "additional_iso_files"), ("proxmox-clone", "additional_iso_files")];

    /// <summary>Components of the plugin SDK count its releases; the Packer that came with each.</summary>
    private static readonly (string Sdk, Version Packer)[] SdkReleases = [("0.2.12", new Version(1, 8, 0))];

    public static void Check(
        PackerProfile profile, ComponentSchema schema, Component component, Origin origin, DiagnosticBag diagnostics)
    {
        if (IsForeign(profile, schema))
        {
            diagnostics.Add(RenderingDiagnostics.ComponentNeedsPlugins(origin.At("Type"), component.Name, profile.Version));
            return;
        }

        // packer 1.6.6: "sleep.Provisioner is not config.flatConfigurer"
        if (schema is { Kind: ComponentKind.Provisioner, Name: "sleep" } && !profile.Can(PackerCapability.RequiredPlugins))
        {
            diagnostics.Add(RenderingDiagnostics.ComponentCrashesPacker(origin.At("Type"), component.Name, profile.Version));
        }

        Check(profile, schema, schema.Attributes, component.Settings, diagnostics);
        Check(profile, schema, schema.Blocks, component.Blocks, diagnostics);
        if (!profile.Can(PackerCapability.RequiredPlugins))
        {
            CheckBundled(profile, schema, component, diagnostics);
        }
    }

    /// <summary>What the attribute needs that the profile lacks, or null.</summary>
    public static string? Missing(PackerProfile profile, ComponentSchema schema, SettingSchema attribute)
    {
        if (schema.Plugin is not { } plugin)
        {
            return attribute.Since is { } release && Packer(release) is var needed && profile.Version < needed
                ? $"Packer {needed}"
                : null;
        }

        if (profile.Can(PackerCapability.RequiredPlugins))
        {
            return null;
        }

        var late = AfterBundling.Contains(attribute.Name) || AfterBundling.Contains($"{schema.Name}.{attribute.Name}");
        return attribute.Since is { } since ? $"version {since} of the plugin {plugin.Source}, which Packer 1.7 can install"
            : late ? $"the plugin {plugin.Source}, which Packer 1.7 can install"
            : null;
    }

    private static void Check(
        PackerProfile profile,
        ComponentSchema schema,
        ImmutableArray<SettingSchema> attributes,
        ImmutableArray<Setting> settings,
        DiagnosticBag diagnostics)
    {
        foreach (var setting in settings)
        {
            if (SettingName.Find(attributes.AsSpan(), setting.Name) is { } attribute
                && Missing(profile, schema, attribute) is { } needed)
            {
                diagnostics.Add(RenderingDiagnostics.SettingNeedsNewerPacker(
                    setting.Origin, setting.Name, schema.Name, profile.Version, needed));
            }
        }
    }

    private static void Check(
        PackerProfile profile,
        ComponentSchema schema,
        ImmutableArray<BlockSchema> known,
        ImmutableArray<SettingBlock> blocks,
        DiagnosticBag diagnostics)
    {
        foreach (var block in blocks)
        {
            if (known.FirstOrDefault(candidate => candidate.Name == block.Name) is { } found)
            {
                Check(profile, schema, found.Attributes, block.Settings, diagnostics);
                Check(profile, schema, found.Blocks, block.Blocks, diagnostics);
            }
        }
    }

    private static void CheckBundled(PackerProfile profile, ComponentSchema schema, Component component, DiagnosticBag diagnostics)
    {
        foreach (var block in component.Blocks)
        {
            if (BrokenWhenBundled.Contains((component.Name, block.Name)))
            {
                diagnostics.Add(RenderingDiagnostics.SettingNeedsNewerPacker(
                    block.Origin, block.Name, schema.Name, profile.Version, $"the plugin {schema.Plugin!.Source}, which Packer 1.7 can install"));
            }

            foreach (var (_, _, attribute) in NeededWhenBundled.Where(row => (row.Component, row.Block) == (component.Name, block.Name)))
            {
                if (!block.Settings.Any(setting => setting.Name == attribute))
                {
                    diagnostics.Add(RenderingDiagnostics.OldPackerNeedsSetting(
                        block.Origin, SettingName.ToMetadata(attribute), block.Name, component.Name, profile.Version));
                }
            }
        }
    }

    private static bool IsForeign(PackerProfile profile, ComponentSchema schema) =>
        schema.Plugin is { } plugin
        && !profile.Can(PackerCapability.RequiredPlugins)
        && !Array.Exists(BundledSources, source => plugin.Source.StartsWith(source, StringComparison.Ordinal));

    private static Version Packer(string release)
    {
        foreach (var (sdk, packer) in SdkReleases)
        {
            if (sdk == release)
            {
                return packer;
            }
        }

        return Version.Parse(release);
    }
}
