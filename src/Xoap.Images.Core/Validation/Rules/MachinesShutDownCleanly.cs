using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>Some builders cut the power when they are given no command to shut the guest down.</summary>
internal static class MachinesShutDownCleanly
{
    /// <summary>vSphere and XenServer ask the guest's tools, Proxmox sends ACPI's signal.</summary>
    private static readonly string[] Hard =
        ["hyperv-iso", "hyperv-vmcx", "nutanix", "qemu", "virtualbox-iso", "virtualbox-ovf", "virtualbox-vm", "vmware-iso", "vmware-vmx"];

    /// <summary>Set to true, the machine goes down by itself or by ACPI's signal.</summary>
    private static readonly string[] Otherwise = ["acpi_shutdown", "disable_shutdown", "disable_stop_instance"];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (variant, system) in HypervisorVariants.Of(definition, troubles))
        {
            if (Hard.Contains(variant.Component.Name)
                && variant.Component.Find("shutdown_command") is null
                && HypervisorVariants.Text(variant, PlatformDefault.Communicator) != "none"
                && !Otherwise.Any(name => HypervisorVariants.IsTrue(variant, name)))
            {
                diagnostics.Add(HypervisorDiagnostics.PowersOff(
                    variant.Origin, variant.Name, system.Platform == Platform.Windows ? "shutdown /s /t 10 /f" : "sudo shutdown -P now"));
            }
        }
    }
}
