using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Validation.Rules;

/// <summary>The size that Packer takes by itself is one that Azure has retired.</summary>
internal static class AzureMachinesHaveASize
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var variant in CloudVariants.Of(definition, troubles, Azure.AzureManaged, Azure.AzureGallery))
        {
            if (!variant.Component.Has("vm_size"))
            {
                diagnostics.Add(CloudDiagnostics.NoMachineSize(variant.Origin, variant.Name));
            }
        }
    }
}
