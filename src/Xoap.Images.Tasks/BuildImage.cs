using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Planning;
using Xoap.Images.Running;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Runs Packer on the rendered folders, all variants at once, and records the runs.</summary>
[MSBuildMultiThreadableTask]
public sealed class BuildImage : ImageTask
{
    /// <summary>The variants to build.</summary>
    [Required]
    public ITaskItem[] Variants { get; set; } = [];

    /// <summary>Absolute path of the program that RenderImage found.</summary>
    [Required]
    public string PackerPath { get; set; } = "";

    [Required]
    public string PackerVersion { get; set; } = "";

    /// <summary>The resolved.json of ResolveImage.</summary>
    [Required]
    public string ResolvedFile { get; set; } = "";

    /// <summary>The parent of the rendered folders.</summary>
    [Required]
    public string RenderedFolder { get; set; } = "";

    /// <summary>The folder of the records; relative to the project.</summary>
    [Required]
    public string ImageStateDirectory { get; set; } = "";

    /// <summary>The folder of local images; relative to the project.</summary>
    [Required]
    public string ImageOutputDirectory { get; set; } = "";

    public bool ImageForce { get; set; }

    public string PackerStopTimeout { get; set; } = "";

    public string ImageBuildTimeout { get; set; } = "";

    public string ImageStopBehavior { get; set; } = "";

    public string ImageVersionNumber { get; set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var plans = ResolvedPlans.Read(BuildEngine, ResolvedFile)
            .Where(plan => VariantItem.Has(Variants, plan.Variant.Name))
            .ToArray();
        CheckBases(plans, diagnostics);
        if (diagnostics.HasErrors)
        {
            return;
        }

        var requests = Requests(plans, diagnostics);
        var runs = Array.ConvertAll(requests, request => Task.Run(() => RunAsync(request, cancellationToken), CancellationToken.None));
        foreach (var result in Task.WhenAll(runs).GetAwaiter().GetResult())
        {
            diagnostics.AddRange(result.Diagnostics);
        }
    }

    private static void CheckBases(BuildPlan[] plans, DiagnosticBag diagnostics)
    {
        foreach (var system in plans.Select(plan => plan.Variant.OperatingSystem))
        {
            if (system is { Base: { } image, MissingBase: { } missing })
            {
                diagnostics.Add((missing, image.Package) switch
                {
                    ("", _) => BaseDiagnostics.NeverBuilt(system.Origin, image.Name),
                    (_, null) => BaseDiagnostics.ArtifactIsMissing(system.Origin, image.FullName(), missing),
                    (_, { } package) => BaseDiagnostics.PackageHoldsNoDisk(system.Origin, image.FullName(), package, missing),
                });
            }
        }
    }

    private RunRequest[] Requests(BuildPlan[] plans, DiagnosticBag diagnostics)
    {
        var projectDirectory = Path.GetDirectoryName(ProjectFile)!;
        var stateDirectory = Path.GetFullPath(ImageStateDirectory, projectDirectory);
        var outputDirectory = Path.GetFullPath(ImageOutputDirectory, projectDirectory);
        var options = RunOptions.Read(PackerStopTimeout, ImageBuildTimeout, ImageStopBehavior, ImageVersionNumber, diagnostics);
        var version = new BuildVersion(stateDirectory, outputDirectory, plans[0].ImageName, options.Version);
        var environment = BuildEnvironment.Variables();
        return Array.ConvertAll(plans, plan => new RunRequest(
            plan,
            projectDirectory,
            Path.Combine(RenderedFolder, plan.Variant.Name),
            TemplateFolder.Render(plan, Version.Parse(PackerVersion), diagnostics),
            stateDirectory,
            outputDirectory,
            PackerPath,
            PackerVersion,
            SdkVersion.Text,
            environment,
            version,
            ImageForce,
            [.. VariantItem.ReasonsOf(Variants, plan.Variant.Name)],
            options.StopTimeout,
            options.BuildTimeout,
            options.StopBehavior,
            TimeProvider.System));
    }

    private async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var variant = $"{request.Plan.ImageName} on {request.Plan.Variant.Name}";
        var result = await PackerRunner.RunAsync(request, progress => Show(variant, progress), cancellationToken);
        if (result.Manifest is { } image)
        {
            var remark = result.Status is null ? "up to date" : "built: " + Shortened(request.Reasons);
            Results.Show(Log, ProjectFile, image, request.StateDirectory, request.OutputDirectory, remark);
        }

        return result;
    }

    /// <summary>The first reason: the terminal logger shows nothing else of a build that went well.</summary>
    private static string Shortened(ImmutableArray<string> reasons) => reasons.Length switch
    {
        0 => "it was asked for",
        1 => reasons[0],
        var count => $"{reasons[0]}, and {count - 1} more",
    };

    private void Show(string variant, RunProgress progress) => Log.LogMessage(
        MessageImportance.High,
        "{0}: {1}",
        variant,
        progress switch
        {
            RunProgress.Waiting waiting => $"waiting for {waiting.For}, which builds it",
            RunProgress.Started started => $"building v{started.Version}, log: {started.Log}",
            RunProgress.StepStarted step => $"[{step.Number}/{step.Count}] {step.Name}",
            RunProgress.StepEnded step => $"[{step.Number}/{step.Count}] {step.Name} took {step.Taken.TotalSeconds:0.0} s",
            RunProgress.Stopping stopping => $"stopping; Packer has {stopping.Patience.TotalSeconds:0} s to clean up",
            _ => progress.ToString(),
        });
}
