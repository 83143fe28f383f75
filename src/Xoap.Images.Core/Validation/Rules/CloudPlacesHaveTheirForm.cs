using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>Regions, zones, subscriptions and tenants that no cloud has, before its first answer says so.</summary>
internal static partial class CloudPlacesHaveTheirForm
{
    /// <summary>A service of one's own that speaks EC2 names its regions as it likes.</summary>
    private static readonly string[] OwnRegions = ["custom_endpoint_ec2", "skip_region_validation"];

    private static readonly (string Component, string Attribute, Func<string, bool> Fits, string Expected)[] Places =
    [
        ("amazon-", "region", text => Region().IsMatch(text), "a region such as eu-central-1"),
        ("googlecompute", "zone", text => Zone().IsMatch(text), "a zone with its letter, such as europe-west1-b"),
        ("azure-arm", "subscription_id", IsGuid, "a GUID such as 00000000-0000-0000-0000-000000000000"),
        ("azure-arm", "tenant_id", text => IsGuid(text) || text.Contains('.', StringComparison.Ordinal), "a GUID, or a domain of the directory"),
    ];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        if (troubles.WithAny("Builder", "BuilderBlock", "OperatingSystem", "Connection"))
        {
            return;
        }

        foreach (var variant in definition.Variants)
        {
            foreach (var (component, attribute, fits, expected) in Places)
            {
                if (variant.Component.Name.StartsWith(component, StringComparison.Ordinal)
                    && variant.Component.Find(attribute) is { Value: SettingValue.Text { Value: var text } } setting
                    && !text.Contains("{{", StringComparison.Ordinal)
                    && !fits(text)
                    && !(attribute == "region" && OwnRegions.Any(name => variant.Component.Find(name) is not null)))
                {
                    diagnostics.Add(CloudDiagnostics.NoSuchPlace(
                        setting.Origin, variant.Name, setting.Origin.Metadata is { Length: > 0 } written ? written : attribute, text, expected));
                }
            }
        }
    }

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out _);

    [GeneratedRegex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+$")]
    private static partial Regex Region();

    [GeneratedRegex("^[a-z]+(-[a-z]+)+[0-9]+-(ai[0-9]+)?[a-z]$")]
    private static partial Regex Zone();
}
