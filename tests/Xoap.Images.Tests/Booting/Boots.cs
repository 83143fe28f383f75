using System.Collections.Immutable;
using Xoap.Images.Booting;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Booting;

/// <summary>Projects whose newest image is booted.</summary>
internal static class Boots
{
    /// <summary>Version 3 of the variant's image, as its builder would have recorded it.</summary>
    public static BuiltImage Image(BuildPlan plan, params BuiltArtifact[] artifacts) => new(
        plan.ImageName,
        3,
        plan.Variant.Name,
        plan.Variant.Type,
        plan.Variant.Component.Name,
        null,
        ImagePlace.Of(plan.Variant.Component) ?? [],
        [.. artifacts]);

    public static BuildPlan Plan(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read(project.Build(), diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return Planner.Plan(definition, new SourceContents(), diagnostics).Single() with
        {
            ContentKey = new Fingerprint("c0ffee", []),
            TargetKey = new Fingerprint("7a26e7", []),
        };
    }

    /// <summary>What runs in the guest here: one command.</summary>
    public static ImmutableArray<PlannedStep> Steps(Platform platform)
    {
        var (type, component) = platform == Platform.Windows ? ("PowerShellCommand", "powershell") : ("LinuxShellCommand", "shell");
        var test = A.Provisioner("Test", type, component, A.Text("Command", "exit 0"));
        return [new PlannedStep(1, "001-test", "Tests", false, test, TimeSpan.FromMinutes(5), [])];
    }

    /// <summary>The plan that boots it, without a word.</summary>
    public static BuildPlan Of(BuildPlan plan, BuiltImage image, PackerProfile profile)
    {
        var (boot, diagnostics) = Try(plan, image, profile);
        Assert.Empty(diagnostics);
        return boot!;
    }

    public static (BuildPlan? Boot, Diagnostic[] Diagnostics) Try(BuildPlan plan, BuiltImage image, PackerProfile profile)
    {
        var diagnostics = new DiagnosticBag();
        var boot = BootPlan.Of(plan, image, Steps(plan.Variant.OperatingSystem?.Platform ?? Platform.Linux), profile, diagnostics);
        return (boot, [.. diagnostics]);
    }
}
