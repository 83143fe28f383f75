using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>Every step of the role can run in every variant: platform, operating system, architecture, provider. In the seal its limits choose.</summary>
internal static class StepsFitTheirVariants
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        // What an operating system says that was not understood is not held against a step.
        var variants = definition.Variants
            .Select(variant => variant.OperatingSystem is { } system && troubles.With(system.Origin) ? variant with { OperatingSystem = null } : variant)
            .ToImmutableArray();
        var sealing = RoleSteps.OfTheSealOnly(definition);
        foreach (var provisioner in RoleSteps.Of(definition))
        {
            CheckType(provisioner, variants, diagnostics);
            if (!sealing.Contains(provisioner.Name))
            {
                CheckLimits(provisioner, variants, diagnostics);
            }
        }
    }

    private static void CheckType(Provisioner provisioner, ImmutableArray<Variant> variants, DiagnosticBag diagnostics)
    {
        var platform = ProvisionerTypes.For(provisioner).Platform;
        var others = variants.Where(variant => platform is not null && variant.OperatingSystem is { } system && system.Platform != platform)
            .GroupBy(variant => variant.OperatingSystem!.Name);
        foreach (var system in others)
        {
            diagnostics.Add(ValidationDiagnostics.TypeOfOtherPlatform(
                provisioner.Origin.At("Type"), provisioner.Name, provisioner.Type, platform.ToString()!,
                [.. system.Select(variant => variant.Name)], system.Key, system.First().OperatingSystem!.Platform.ToString()));
        }
    }

    private static void CheckLimits(Provisioner provisioner, ImmutableArray<Variant> variants, DiagnosticBag diagnostics)
    {
        var where = provisioner.Applicability;
        Check("Platforms", "platform", where.Platforms, variant => variant.OperatingSystem?.Platform.ToString());
        Check("OperatingSystems", "operating system", where.OperatingSystems, variant => variant.OperatingSystem?.Name);
        Check("Architectures", "architecture", where.Architectures, variant => variant.OperatingSystem?.Architecture);
        Check("Providers", "provider", where.Providers, variant => variant.Provider == Providers.Any ? null : variant.Provider);

        void Check(string metadatum, string kind, ImmutableArray<string> wanted, Func<Variant, string?> find)
        {
            var others = variants.GroupBy(find)
                .Where(actual => actual.Key is not null && !Applicability.Includes(wanted, actual.Key))
                .Select(actual => $"{BuilderList.Of([.. actual.Select(variant => variant.Name)], "has", "have")} {actual.Key}")
                .ToArray();
            if (others.Length > 0)
            {
                diagnostics.Add(ValidationDiagnostics.StepDoesNotFit(
                    provisioner.Origin.At(metadatum), provisioner.Name, kind, wanted, string.Join(" and ", others)));
            }
        }
    }
}
