using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Whether the seal fits the variant, and whether there is one where it is needed.</summary>
internal static class SealCheck
{
    private const string OnPremises = "OnPremises";

    /// <param name="steps">The variant's, with its seal.</param>
    public static void Check(
        ImageDefinition definition, Variant variant, ImmutableArray<PlannedStep> steps, DiagnosticBag diagnostics)
    {
        if (variant.OperatingSystem is not { } system)
        {
            return;
        }

        // Taking back a registration generalises nothing.
        var sealedByProject = steps.Any(step => step.Seal && step.Provisioner.Type != DscUnregistration.Type);
        switch (definition.Seal)
        {
            case SealStep.Auto when system.Platform == Platform.Windows && variant.Provider == OnPremises
                && !sealedByProject && !ShutsDownBySysprep(variant):
                diagnostics.Add(SealDiagnostics.NothingGeneralises(variant.Origin, variant.Name));
                break;
            case SealStep.None when variant.Component.Name == "azure-arm" && !sealedByProject && !SealStep.IsSpecialized(variant):
                diagnostics.Add(SealDiagnostics.AzureWantsGeneralised(Origin.Property("ImageSeal"), variant.Name));
                break;
            case SealStep.Auto or SealStep.None:
                break;
            default:
                CheckScript(definition.Seal, system.Platform, diagnostics);
                break;
        }
    }

    private static void CheckScript(string script, Platform platform, DiagnosticBag diagnostics)
    {
        if (platform == Platform.Windows && !SealStep.IsPowerShell(script))
        {
            diagnostics.Add(PlanningDiagnostics.SealScriptNeedsLinux(Origin.Property("ImageSeal"), script));
        }
        else if (platform == Platform.Linux && SealStep.IsPowerShell(script))
        {
            diagnostics.Add(SealDiagnostics.SealScriptNeedsWindows(Origin.Property("ImageSeal"), script));
        }
    }

    /// <summary>On vSphere the last word of a build is often <c>sysprep /generalize /shutdown</c>.</summary>
    private static bool ShutsDownBySysprep(Variant variant) =>
        variant.Component.Find("shutdown_command")?.Value is SettingValue.Text command
        && command.Value.Contains("sysprep", StringComparison.OrdinalIgnoreCase);
}
