using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Which tests are for a variant: those that choose its image, and can run in its guest.</summary>
internal static class TestChoice
{
    /// <summary>Whether the test's own words choose the variant.</summary>
    public static bool Chooses(ImageTest test, ImageDefinition definition, Variant variant)
    {
        var wanted = test.Selection;
        return Has(wanted.Roles, [definition.Role?.Name ?? ""])
            && Has(wanted.Groups, definition.Role?.Groups ?? [])
            && Has(wanted.Provisioners, RoleSteps.Of(definition).Select(provisioner => provisioner.Name))
            && (wanted.Tags.IsEmpty || wanted.Tags.Any(tag => HasTag(definition, tag)))
            && Applicability.Includes(wanted.Builders, variant.Name)
            && SealStep.Fits(wanted.Limits, variant);
    }

    /// <summary>Whether its framework is one for the guest, as far as the guest is known.</summary>
    public static bool CanRun(ImageTest test, Variant variant) =>
        Guest.WhyNone(variant) is null
        && !(test.Framework == TestFramework.Bats && variant.OperatingSystem?.Platform == Platform.Windows);

    private static bool Has(ImmutableArray<string> wanted, IEnumerable<string> actual) =>
        wanted.IsEmpty || wanted.Intersect(actual, StringComparer.OrdinalIgnoreCase).Any();

    private static bool HasTag(ImageDefinition definition, string wanted)
    {
        var equals = wanted.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? wanted : wanted[..equals];
        return definition.Tags.Any(tag =>
            string.Equals(tag.Key, key, StringComparison.OrdinalIgnoreCase) && (equals < 0 || SettingText.Of(tag.Value) == wanted[(equals + 1)..]));
    }
}
