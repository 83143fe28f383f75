using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Schemas;

namespace Xoap.Images.Booting;

/// <summary>
/// The first start of a generalised Windows. In clouds the provider opens the guest; on hypervisors it asks its questions, unless it finds
/// answers: in %WINDIR%\Panther, or as Autounattend.xml at the root of a CD or floppy.
/// https://learn.microsoft.com/windows-hardware/manufacture/desktop/windows-setup-automation-overview
/// </summary>
internal static class FirstStart
{
    private const string AnswerFile = "AnswerFile";

    /// <summary>They say what the braces and variables of an answer file mean; what else was on the installer's medium stays away.</summary>
    private static readonly string[] OfText = ["Templated", "TemplateVariables"];

    /// <summary>The plan with what the guest reads when it starts.</summary>
    public static BuildPlan Of(BootDraft draft)
    {
        var plan = draft.WasInstalled ? WithMedia(draft.Plan, [], []) : draft.Plan;
        if (draft.Plan.Variant is not { Provider: Providers.OnPremises, OperatingSystem: { Platform: Platform.Windows } system })
        {
            return plan;
        }

        if (draft.Plan.TestAnswerFile is null && IsGeneralised(draft.Plan))
        {
            draft.Diagnostics.Add(BootDiagnostics.NobodyAnswers(draft.Origin, draft.Builder));
        }

        return draft.Plan.TestAnswerFile is { } path and not SealStep.None
            ? WithMedia(
                plan,
                [
                    new Setting(AnswerFile, new SettingValue.Text(path), Impact.Effort, Diagnostics.Origin.Property("ImageTestAnswerFile")),
                    .. system.Installer.Where(setting => OfText.Contains(setting.Name)),
                ],
                [new SourceFiles(path, false, [new SourceFile(path, Path.GetFileName(path), 0, "")])])
            : plan;
    }

    private static BuildPlan WithMedia(BuildPlan plan, Setting[] installer, SourceFiles[] sources) => plan with
    {
        Variant = plan.Variant with
        {
            OperatingSystem = plan.Variant.OperatingSystem is { } system ? system with { Installer = [.. installer] } : null,
        },
        InstallerSources = [.. sources],
    };

    /// <summary>Taking back a registration generalises nothing.</summary>
    private static bool IsGeneralised(BuildPlan plan) =>
        plan.Steps.Any(step => step.Seal && step.Provisioner.Type != DscUnregistration.Type)
        || plan.Variant.Component.Text("shutdown_command")?.Contains("sysprep", StringComparison.OrdinalIgnoreCase) == true;
}
