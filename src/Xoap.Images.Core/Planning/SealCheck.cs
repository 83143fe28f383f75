using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Whether the seal fits the variants, and whether there is one where it is needed.</summary>
internal static class SealCheck
{
    private const string OnPremises = "OnPremises";

    public static void Check(ImageDefinition definition, IReadOnlyCollection<BuildPlan> plans, DiagnosticBag diagnostics)
    {
        switch (definition.Seal)
        {
            case SealStep.Auto when Of(plans, IsWindowsOnPremises) is [var first, ..] variants:
                diagnostics.Add(SealDiagnostics.NothingGeneralises(first.Origin, [.. variants.Select(variant => variant.Name)]));
                break;
            case SealStep.None when Of(plans, IsForAzure) is [_, ..] variants:
                diagnostics.Add(SealDiagnostics.AzureWantsGeneralised(
                    Origin.Property("ImageSeal"), [.. variants.Select(variant => variant.Name)]));
                break;
            case SealStep.Auto or SealStep.None:
                break;
            default:
                foreach (var system in plans.Select(plan => plan.Variant.OperatingSystem).OfType<Model.OperatingSystem>())
                {
                    CheckScript(definition.Seal, system.Platform, diagnostics);
                }

                break;
        }
    }

    /// <summary>Those that no group of the project seals. Taking back a registration generalises nothing.</summary>
    private static Variant[] Of(IEnumerable<BuildPlan> plans, Func<Variant, bool> isMeant) =>
    [
        .. plans.Where(plan => !plan.Steps.Any(step => step.Seal && step.Provisioner.Type != DscUnregistration.Type))
            .Select(plan => plan.Variant)
            .Where(variant => variant.OperatingSystem is not null && isMeant(variant)),
    ];

    private static bool IsWindowsOnPremises(Variant variant) =>
        variant.OperatingSystem!.Platform == Platform.Windows && variant.Provider == OnPremises && !ShutsDownBySysprep(variant);

    private static bool IsForAzure(Variant variant) => variant.Component.Name == "azure-arm" && !SealStep.IsSpecialized(variant);

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
