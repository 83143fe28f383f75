using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>Windows 11 installs on secure boot and a TPM; builders that can give it both do so only when they are told.</summary>
internal static class Windows11HasItsFirmware
{
    private static readonly (string Component, string Attribute, string Write)[] Wanted =
    [
        ("vsphere-iso", "firmware", "Firmware=\"efi-secure\""),
        ("vsphere-iso", "vTPM", "VTPM=\"true\""),
        ("hyperv-iso", "enable_secure_boot", "EnableSecureBoot=\"true\""),
        ("hyperv-iso", "enable_tpm", "EnableTpm=\"true\""),
        ("proxmox-iso", "efi_config", "a BuilderBlock with Block=\"efi_config\""),
        ("proxmox-iso", "tpm_config", "a BuilderBlock with Block=\"tpm_config\""),
        ("nutanix", "boot_type", "BootType=\"secure_boot\""),
        ("nutanix", "vtpm", "a BuilderBlock with Block=\"vtpm\" and Enabled=\"true\""),
        ("qemu", "efi_boot", "EfiBoot=\"true\""),
        ("qemu", "vtpm", "Vtpm=\"true\""),
    ];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (variant, system) in HypervisorVariants.Of(definition, troubles))
        {
            if (!HypervisorVariants.Installs(variant)
                || GuestSystem.Of(system.Name, system.Platform, system.Version, system.Architecture) != "windows-11")
            {
                continue;
            }

            var missing = Wanted.Where(row => row.Component == variant.Component.Name && !Has(variant, row.Attribute)).ToList();
            if (missing.Count > 0)
            {
                diagnostics.Add(HypervisorDiagnostics.NoFirmware(variant.Origin, variant.Name, missing.Select(row => row.Write)));
            }
        }
    }

    private static bool Has(Variant variant, string name) =>
        variant.Component.Find(name) is not null || variant.Component.Blocks.Any(block => block.Name == name);
}
