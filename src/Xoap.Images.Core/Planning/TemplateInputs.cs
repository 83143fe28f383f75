using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>What every template knows of the image: part of the content of an image that uses templates.</summary>
internal static class TemplateInputs
{
    public static IEnumerable<FingerprintInput> Of(ImageDefinition definition, Variant variant, ImmutableArray<PlannedStep> steps)
    {
        if (!steps.Any(step => IsTemplated(step.Provisioner.Own)) && !IsTemplated(variant.OperatingSystem?.Installer ?? []))
        {
            yield break;
        }

        yield return new FingerprintInput("template: image name", definition.Name);
        yield return new FingerprintInput("template: image description", SettingText.Fingerprint(new SettingValue.Text(definition.Description)));
        foreach (var tag in definition.Tags)
        {
            yield return new FingerprintInput($"template: image tag {tag.Key}", SettingText.Fingerprint(tag.Value));
        }

        yield return new FingerprintInput("template: builder", variant.Name);
        if (variant.OperatingSystem is { } system)
        {
            yield return new FingerprintInput("template: operating system", $"{system.Name}/{system.Version}/{system.Edition}");
        }
    }

    private static bool IsTemplated(ImmutableArray<Setting> settings) =>
        settings.Any(setting => setting is { Name: "Templated", Value: SettingValue.Flag { Value: true } });
}
