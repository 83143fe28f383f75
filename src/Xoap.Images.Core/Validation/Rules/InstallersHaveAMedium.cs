using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>vSphere makes a machine without a CD as well: it would start from the network.</summary>
internal static class InstallersHaveAMedium
{
    private static readonly string[] Media = ["iso_paths", "iso_url", "iso_urls", "floppy_img_path"];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (variant, _) in HypervisorVariants.Of(definition, troubles))
        {
            if (variant.Component.Name == "vsphere-iso" && !Media.Any(name => variant.Component.Find(name) is not null))
            {
                diagnostics.Add(HypervisorDiagnostics.NoMedium(variant.Origin, variant.Name));
            }
        }
    }
}
