using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>
/// A builder without a connection to a guest runs local steps only. Packer would wait for such a guest until the step's
/// timeout, or, on the builder file, pass over the step as if it had run.
/// </summary>
internal static class StepsHaveAGuest
{
    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        var guestless = definition.Variants.GroupBy(Guest.WhyNone).Where(variants => variants.Key is not null)
            .Select(variants => BuilderList.Of([.. variants.Select(variant => variant.Name)]) + variants.Key)
            .ToArray();
        if (guestless.Length == 0)
        {
            return;
        }

        var sealing = RoleSteps.OfTheSealOnly(definition);
        foreach (var provisioner in RoleSteps.Of(definition))
        {
            if (!ProvisionerTypes.IsLocal(provisioner.Component.Name)
                && !(sealing.Contains(provisioner.Name) && IsLimited(provisioner.Applicability)))
            {
                diagnostics.Add(ValidationDiagnostics.StepWithoutGuest(
                    provisioner.Origin.At("Type"), provisioner.Name, provisioner.Type, string.Join(" and ", guestless)));
            }
        }
    }

    /// <summary>In the seal a step's limits choose where it runs.</summary>
    private static bool IsLimited(Applicability limits) =>
        !(limits.Platforms.IsEmpty && limits.OperatingSystems.IsEmpty && limits.Architectures.IsEmpty && limits.Providers.IsEmpty);
}
