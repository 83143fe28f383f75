using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>Each builder can name its image after the project's, with room for the version.</summary>
internal static class NamesFitTheirProviders
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        var origin = Origin.Property("ImageName");
        if (troubles.With(origin))
        {
            return;
        }

        foreach (var variant in definition.Variants)
        {
            foreach (var name in BuilderTypes.Find(variant.Type)?.Names ?? [])
            {
                if (!name.Fits(definition.Name))
                {
                    diagnostics.Add(CloudDiagnostics.NameDoesNotFit(
                        origin, definition.Name, variant.Name, SettingName.ToMetadata(name.Attribute), name.Expected));
                }
            }
        }
    }
}
