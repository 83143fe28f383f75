using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>A role without any step makes a copy of its base image.</summary>
internal static class TheRoleHasSteps
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        if (definition.Role is not { } role || troubles.WithAny("Provisioner", "ProvisionerGroup", "ProvisionerRole"))
        {
            return;
        }

        foreach (var _ in RoleSteps.Of(definition))
        {
            return;
        }

        diagnostics.Add(ValidationDiagnostics.RoleWithoutSteps(role.Origin, role.Name));
    }
}
