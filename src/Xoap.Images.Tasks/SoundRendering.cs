using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Validation;

namespace Xoap.Images.Tasks;

/// <summary>
/// Renders, and writes nothing, what has no error, so that the problems that only rendering finds are told with all others. It is done
/// for the newest Packer, which lacks nothing: what the installed one lacks is told when it is going to run.
/// </summary>
internal static class SoundRendering
{
    public static void Check(IEnumerable<BuildPlan> plans, DiagnosticBag diagnostics)
    {
        var troubles = new ReadingTroubles(diagnostics);
        foreach (var plan in plans)
        {
            if (!troubles.WithVariant(plan.Variant))
            {
                TemplateFolder.Render(
                    plan with { Steps = [.. plan.Steps.Where(step => IsSound(step, troubles))] }, PackerProfile.Newest.Version, diagnostics);
            }
        }
    }

    private static bool IsSound(PlannedStep step, ReadingTroubles troubles) =>
        !troubles.With(step.Provisioner.Origin)
        && !troubles.WithAny("ProvisionerBlock")
        && !step.Provisioner.Own.Any(setting => troubles.With(setting.Origin));
}
