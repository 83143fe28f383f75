using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using OperatingSystem = Xoap.Images.Model.OperatingSystem;

namespace Xoap.Images.Validation;

/// <summary>Variants on hypervisors of one's own, and what their builders do.</summary>
internal static class HypervisorVariants
{
    private static readonly string[] Installers =
        ["hyperv-iso", "proxmox-iso", "virtualbox-iso", "vmware-iso", "vsphere-iso", "xenserver-iso"];

    /// <summary>Not those of which something was not understood.</summary>
    public static IEnumerable<(Variant Variant, OperatingSystem System)> Of(ImageDefinition definition, ReadingTroubles troubles)
    {
        foreach (var variant in definition.Variants)
        {
            if (variant is { Provider: Providers.OnPremises, OperatingSystem: { } system } && !troubles.WithVariant(variant))
            {
                yield return (variant, system);
            }
        }
    }

    /// <summary>It starts an installer, and no machine that has been installed before.</summary>
    public static bool Installs(Variant variant) => variant.Component.Name switch
    {
        "qemu" => !IsTrue(variant, "disk_image"),
        "nutanix" => Images(variant).Contains("ISO_IMAGE") && !Images(variant).Contains("DISK_IMAGE"),
        var component => Installers.Contains(component),
    };

    public static bool IsTrue(Variant variant, string attribute) =>
        variant.Component.Find(attribute)?.Value is SettingValue.Flag { Value: true };

    public static string? Text(Variant variant, string attribute) =>
        (variant.Component.Find(attribute)?.Value as SettingValue.Text)?.Value;

    private static ImmutableArray<string> Images(Variant variant) =>
    [
        .. variant.Component.Blocks.Where(block => block.Name == "vm_disks").SelectMany(block => block.Settings)
            .Where(setting => setting.Name == "image_type").Select(setting => (setting.Value as SettingValue.Text)?.Value ?? ""),
    ];
}
