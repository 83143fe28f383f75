using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>Nutanix and Proxmox make machines without a disk too, and an installer there has nothing to install on.</summary>
internal static class InstallersHaveADisk
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (variant, _) in HypervisorVariants.Of(definition, troubles))
        {
            if (HypervisorVariants.Installs(variant) && !HasDisk(variant.Component))
            {
                diagnostics.Add(HypervisorDiagnostics.NoDisk(variant.Origin, variant.Name));
            }
        }
    }

    private static bool HasDisk(Component component) => component.Name switch
    {
        "nutanix" => component.Blocks.Any(block => block.Name == "vm_disks" && block.Settings.Any(setting =>
            setting is { Name: "image_type", Value: SettingValue.Text { Value: "DISK" } })),
        "proxmox-iso" => component.Blocks.Any(block => block.Name == "disks"),
        _ => true,
    };
}
