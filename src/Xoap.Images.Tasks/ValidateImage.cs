using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Running;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Renders every variant into folders of its own and lets Packer check them, all at once.</summary>
[MSBuildMultiThreadableTask]
public sealed class ValidateImage : ImageTask
{
    /// <summary>The variants to check.</summary>
    [Required]
    public ITaskItem[] Variants { get; set; } = [];

    /// <summary>The program; empty: the first <c>packer</c> on PATH.</summary>
    public string PackerPath { get; set; } = "";

    /// <summary>The resolved.json of ResolveImage.</summary>
    [Required]
    public string ResolvedFile { get; set; } = "";

    /// <summary>The parent of the folders.</summary>
    [Required]
    public string ValidatedFolder { get; set; } = "";

    /// <summary>Packer cannot look at a base image that is not there; that it is not was said.</summary>
    private static bool IsOfStandIn(Diagnostic diagnostic, BuildPlan plan) =>
        plan.Variant.OperatingSystem is { MissingBase: not null } system && diagnostic.Origin with { Metadata = null } == system.Origin;

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var environment = BuildEnvironment.Variables();
        var program = PackerPath.Length > 0 ? PackerPath : "packer";
        if (PackerVersion.ReadAsync(program, environment, diagnostics, TimeProvider.System, cancellationToken).GetAwaiter().GetResult()
            is not { } packer)
        {
            return;
        }

        var requests = ResolvedPlans.Read(BuildEngine, ResolvedFile)
            .Where(plan => VariantItem.Has(Variants, plan.Variant.Name))
            .Select(plan => new ValidationRequest(
                plan,
                VariantRendering.Checked(plan, packer.Version, diagnostics),
                Path.Combine(ValidatedFolder, plan.Variant.Name),
                packer,
                environment,
                TimeProvider.System))
            .ToArray();
        if (diagnostics.HasErrors)
        {
            return;
        }

        foreach (var request in requests)
        {
            TemplateFolder.Write(request.RenderedFolder, request.Rendered);
        }

        var checks = Array.ConvertAll(
            requests, request => Task.Run(() => PackerValidation.RunAsync(request, cancellationToken), CancellationToken.None));
        foreach (var (request, found) in requests.Zip(Task.WhenAll(checks).GetAwaiter().GetResult()))
        {
            var counting = found.Where(diagnostic => !IsOfStandIn(diagnostic, request.Plan)).ToArray();
            diagnostics.AddRange(counting);
            if (counting.All(diagnostic => diagnostic.Severity != Severity.Error))
            {
                Results.Show(Log, ProjectFile, request.RenderedFolder, $"valid for Packer {packer.Version}");
            }
        }
    }
}
