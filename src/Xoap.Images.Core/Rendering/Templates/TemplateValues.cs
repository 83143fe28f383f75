using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Rendering.Templates;

/// <summary>What a template knows: the image, its operating system and builder, and what the item says itself.</summary>
internal static class TemplateValues
{
    /// <param name="own">The item's TemplateVariables, or null.</param>
    public static Dictionary<string, object> Of(BuildPlan plan, Setting? own)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Image"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Name"] = plan.ImageName,
                ["Description"] = plan.Description,
                ["Tags"] = Values(plan.Tags),
            },
            ["Builder"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["Name"] = plan.Variant.Name },
        };
        if (plan.Variant.OperatingSystem is { } system)
        {
            values["OperatingSystem"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Name"] = system.Name,
                ["Version"] = system.Version,
                ["Edition"] = system.Edition,
                ["Architecture"] = system.Architecture,
                ["Platform"] = system.Platform.ToString(),
            };
        }

        foreach (var (name, value) in own?.Value is SettingValue.Map map ? Values(map.Entries) : [])
        {
            values[name] = value;
        }

        return values;
    }

    /// <summary>All names, for did-you-mean: <c>Image.Name</c>.</summary>
    public static IEnumerable<string> Names(Dictionary<string, object> values)
    {
        foreach (var (name, value) in values)
        {
            if (value is not Dictionary<string, object> inner)
            {
                yield return name;
                continue;
            }

            foreach (var innerName in Names(inner))
            {
                yield return $"{name}.{innerName}";
            }
        }
    }

    private static Dictionary<string, object> Values(ImmutableArray<MapEntry> entries)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            values[entry.Key] = entry.Value is SettingValue.Secret secret
                ? new SecretMark(secret.Reference)
                : SettingText.Of(entry.Value);
        }

        return values;
    }
}
