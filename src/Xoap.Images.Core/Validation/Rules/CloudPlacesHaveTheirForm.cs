using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>Regions, zones, subscriptions and tenants that no cloud has, before its first answer says so.</summary>
internal static partial class CloudPlacesHaveTheirForm
{
    /// <summary>A service of one's own that speaks EC2 names its regions as it likes.</summary>
    private static readonly string[] OwnRegions = ["custom_endpoint_ec2", "skip_region_validation"];

    private static readonly Place[] Places =
    [
        new("amazon-", "region", text => Region().IsMatch(text), "a region such as eu-central-1"),
        new("googlecompute", "zone", text => Zone().IsMatch(text), "a zone with its letter, such as europe-west1-b"),
        new("azure-arm", "subscription_id", IsGuid, "a GUID such as 00000000-0000-0000-0000-000000000000"),
        new("azure-arm", "tenant_id", text => IsGuid(text) || text.Contains('.', StringComparison.Ordinal), "a GUID, or a domain of the directory"),
    ];

    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        foreach (var place in Places)
        {
            var wrong = definition.Variants.Select(variant => (variant.Name, Setting: Wrong(variant.Component, place)))
                .Where(found => found.Setting is not null);
            foreach (var shared in wrong.GroupBy(found => found.Setting!.Origin))
            {
                diagnostics.Add(CloudDiagnostics.NoSuchPlace(
                    shared.Key,
                    [.. shared.Select(found => found.Name)],
                    shared.Key.Metadata is { Length: > 0 } written ? written : SettingName.ToMetadata(place.Attribute),
                    ((SettingValue.Text)shared.First().Setting!.Value).Value,
                    place.Expected));
            }
        }
    }

    private static Setting? Wrong(Component component, Place place) =>
        component.Name.StartsWith(place.Component, StringComparison.Ordinal)
        && component.Find(place.Attribute) is { Value: SettingValue.Text { Value: var text } } setting
        && !text.Contains("{{", StringComparison.Ordinal)
        && !place.Fits(text)
        && !(place.Attribute == "region" && OwnRegions.Any(name => component.Find(name) is not null))
            ? setting
            : null;

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out _);

    [GeneratedRegex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+$")]
    private static partial Regex Region();

    [GeneratedRegex("^[a-z]+(-[a-z]+)+[0-9]+-(ai[0-9]+)?[a-z]$")]
    private static partial Regex Zone();

    /// <param name="Component">How its name begins.</param>
    private sealed record Place(string Component, string Attribute, Func<string, bool> Fits, string Expected);
}
