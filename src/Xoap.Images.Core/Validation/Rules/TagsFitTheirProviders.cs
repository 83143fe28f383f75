using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>Every tag of the image can become a tag of each provider, under a name of its own; and so can its description.</summary>
internal static class TagsFitTheirProviders
{
    private const int LongestAmiDescription = 255;
    private const string AmiDescription = "ami_description";

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        var tags = Origin.Property("ImageTags");
        foreach (var misfits in troubles.With(tags) ? [] : Misfits(definition))
        {
            var (tag, rule) = misfits.Key;
            diagnostics.Add(CloudDiagnostics.TagDoesNotFit(tags, tag, [.. misfits], SettingName.ToMetadata(rule.Attribute), rule.Expected));
        }

        var described = definition.Variants
            .Where(variant => BuilderTypes.Find(variant.Type)?.Description == AmiDescription && variant.Component.Find(AmiDescription) is null)
            .Select(variant => variant.Name).ToArray();
        if (described.Length > 0 && definition.Description.Length > LongestAmiDescription)
        {
            diagnostics.Add(CloudDiagnostics.DescriptionTooLong(
                Origin.Property("ImageDescription"), definition.Description.Length, LongestAmiDescription, described));
        }
    }

    /// <summary>The builders for each tag and rule that it breaks.</summary>
    private static IEnumerable<IGrouping<(string Tag, TagAttribute Rule), string>> Misfits(ImageDefinition definition)
    {
        var misfits = new List<((string Tag, TagAttribute Rule) Problem, string Builder)>();
        foreach (var variant in definition.Variants)
        {
            if (BuilderTypes.Find(variant.Type)?.Tags is not { } rule)
            {
                continue;
            }

            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tag in definition.Tags)
            {
                if (!rule.Fits(tag.Key) || !keys.Add(rule.KeyOf(tag.Key)))
                {
                    misfits.Add(((tag.Key, rule), variant.Name));
                }
            }
        }

        return misfits.GroupBy(misfit => misfit.Problem, misfit => misfit.Builder);
    }
}
