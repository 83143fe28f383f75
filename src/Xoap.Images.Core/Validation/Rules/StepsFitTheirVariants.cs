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
        var sealing = RoleSteps.OfTheSealOnly(definition);
        foreach (var provisioner in RoleSteps.Of(definition))
        {
            var limited = !sealing.Contains(provisioner.Name);
            var platform = ProvisionerTypes.For(provisioner).Platform;
            foreach (var variant in definition.Variants)
            {
                if (variant.OperatingSystem is { } system && !troubles.With(system.Origin))
                {
                    CheckSystem(provisioner, platform, limited, variant, system, diagnostics);
                }

                if (limited && variant.Provider != Providers.Any && !Applicability.Includes(provisioner.Applicability.Providers, variant.Provider))
                {
                    diagnostics.Add(ValidationDiagnostics.StepDoesNotFit(
                        provisioner.Origin.At("Providers"), provisioner.Name, "provider", provisioner.Applicability.Providers,
                        variant.Name, variant.Provider));
                }
            }
        }
    }

    private static void CheckSystem(
        Provisioner provisioner, Platform? ofType, bool limited, Variant variant, Xoap.Images.Model.OperatingSystem system, DiagnosticBag diagnostics)
    {
        if (ofType is { } platform && platform != system.Platform)
        {
            diagnostics.Add(ValidationDiagnostics.TypeOfOtherPlatform(
                provisioner.Origin.At("Type"), provisioner.Name, provisioner.Type, platform.ToString(), variant.Name, system.Name,
                system.Platform.ToString()));
        }

        var where = provisioner.Applicability;
        Check("Platforms", "platform", where.Platforms, system.Platform.ToString());
        Check("OperatingSystems", "operating system", where.OperatingSystems, system.Name);
        Check("Architectures", "architecture", where.Architectures, system.Architecture);

        void Check(string metadatum, string kind, ImmutableArray<string> wanted, string actual)
        {
            if (limited && !Applicability.Includes(wanted, actual))
            {
                diagnostics.Add(ValidationDiagnostics.StepDoesNotFit(
                    provisioner.Origin.At(metadatum), provisioner.Name, kind, wanted, variant.Name, actual));
            }
        }
    }
}
