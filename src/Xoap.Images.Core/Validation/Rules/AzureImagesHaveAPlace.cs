using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Validation.Rules;

/// <summary>A managed image lies in a resource group, and a gallery's version in an image definition; both exist already.</summary>
internal static class AzureImagesHaveAPlace
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var variant in CloudVariants.Of(definition, troubles, Azure.AzureManaged))
        {
            if (!variant.Component.Has(Azure.ManagedGroup))
            {
                diagnostics.Add(CloudDiagnostics.NoResourceGroup(variant.Origin, variant.Name));
            }
        }

        foreach (var variant in CloudVariants.Of(definition, troubles, Azure.AzureGallery))
        {
            var destination = variant.Component.Blocks.FirstOrDefault(block => block.Name == Azure.Gallery);
            if (destination is null)
            {
                diagnostics.Add(CloudDiagnostics.NoGallery(variant.Origin, variant.Name));
                continue;
            }

            foreach (var needed in (string[])["resource_group", "gallery_name", "image_name"])
            {
                if (!destination.Settings.Any(setting => setting.Name == needed))
                {
                    diagnostics.Add(CloudDiagnostics.IncompleteGallery(
                        destination.Origin, destination.Origin.Name, SettingName.ToMetadata(needed)));
                }
            }
        }
    }
}
