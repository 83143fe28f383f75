using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;

namespace Xoap.Images.Booting;

/// <summary>From a variant's plan and its newest image to a plan that boots that image, runs some steps in it and creates nothing.</summary>
internal static class BootPlan
{
    /// <summary>Null after a diagnostic: here it cannot be booted without making something that stays.</summary>
    /// <param name="image">What its newest record says, and where its files are now.</param>
    /// <param name="steps">What runs in the guest.</param>
    public static BuildPlan? Of(
        BuildPlan plan, BuiltImage image, ImmutableArray<PlannedStep> steps, PackerProfile profile, DiagnosticBag diagnostics)
    {
        var login = GuestLogin.Over(plan.Variant.Component, plan.Variant.TestLogin);
        var draft = new BootDraft(plan with { Variant = plan.Variant with { Component = login } }, image, profile, diagnostics);
        if (!CanStart(draft) || BootForms.Of(draft) is not { } component)
        {
            return null;
        }

        var start = FirstStart.Of(draft);
        return start with
        {
            Variant = start.Variant with
            {
                Type = component.Name == plan.Variant.Component.Name ? plan.Variant.Type : TypeOf(component),
                Component = SilentGuest.IsLost(component, draft),
                TestLogin = [],
            },
            Steps = steps,
            Boot = new BootedImage(image.Name, image.Version, ArtifactOf(image)),
        };
    }

    private static bool CanStart(BootDraft draft)
    {
        if (draft.Image.Missing is { } file)
        {
            draft.Diagnostics.Add(BootDiagnostics.ArtifactIsMissing(draft.Origin, draft.Builder, file));
            return false;
        }

        if (draft.Component.Text(PlatformDefault.Communicator) == "none")
        {
            draft.Diagnostics.Add(BootDiagnostics.NoCommunicator(draft.Component.Find(PlatformDefault.Communicator)!.Origin, draft.Builder));
            return false;
        }

        return true;
    }

    private static string TypeOf(Component component) =>
        BuilderTypes.Friendly.FirstOrDefault(type => type.Component == component.Name)?.Name ?? component.Name;

    private static string ArtifactOf(BuiltImage image) => string.Join(", ", image.Artifacts.Select(artifact => artifact.Path ?? artifact.Id));
}
