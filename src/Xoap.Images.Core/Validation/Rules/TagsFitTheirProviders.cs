using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>Every tag of the image can become a tag of each provider, under a name of its own; and so can its description.</summary>
internal static class TagsFitTheirProviders
{
    private const int LongestAmiDescription = 255;

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        var tags = Origin.Property("ImageTags");
        foreach (var variant in definition.Variants)
        {
            if (BuilderTypes.Find(variant.Type) is not { } type)
            {
                continue;
            }

            if (type.Tags is { } rule && !troubles.With(tags))
            {
                var keys = new HashSet<string>(StringComparer.Ordinal);
                foreach (var tag in definition.Tags)
                {
                    if (!rule.Fits(tag.Key) || !keys.Add(rule.KeyOf(tag.Key)))
                    {
                        diagnostics.Add(CloudDiagnostics.TagDoesNotFit(
                            tags, tag.Key, variant.Name, SettingName.ToMetadata(rule.Attribute), rule.Expected));
                    }
                }
            }

            if (type.Description == "ami_description"
                && variant.Component.Find(type.Description) is null && definition.Description.Length > LongestAmiDescription)
            {
                diagnostics.Add(CloudDiagnostics.DescriptionTooLong(
                    Origin.Property("ImageDescription"), definition.Description.Length, LongestAmiDescription, variant.Name));
            }
        }
    }
}
