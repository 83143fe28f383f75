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

        var misfits = definition.Variants
            .SelectMany(variant => (BuilderTypes.Find(variant.Type)?.Names ?? []).Select(name => (Variant: variant, Name: name)))
            .Where(pair => !pair.Name.Fits(definition.Name))
            .GroupBy(pair => (pair.Name.Attribute, pair.Name.Expected), pair => pair.Variant.Name);
        foreach (var builders in misfits)
        {
            diagnostics.Add(CloudDiagnostics.NameDoesNotFit(
                origin, definition.Name, [.. builders], SettingName.ToMetadata(builders.Key.Attribute), builders.Key.Expected));
        }
    }
}
