using System.Text;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Planning;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Shows what a build would do.</summary>
[MSBuildMultiThreadableTask]
public sealed class PlanImage : ImageTask
{
    /// <summary>What ResolveImage found.</summary>
    [Required]
    public ITaskItem[] Variants { get; set; } = [];

    /// <summary>What the variants may start from.</summary>
    public ITaskItem[] BaseImages { get; set; } = [];

    /// <summary>The resolved.json of ResolveImage.</summary>
    [Required]
    public string ResolvedFile { get; set; } = "";

    /// <summary>The program that a build would run; empty: the first <c>packer</c> on PATH.</summary>
    public string PackerPath { get; set; } = "";

    /// <summary>The version that would be rendered for when nothing is built.</summary>
    public string PackerVersion { get; set; } = "";

    /// <summary>Where the text goes.</summary>
    [Required]
    public string PlanFile { get; set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        PackerProperties.Check(PackerPath, PackerVersion, diagnostics);
        var text = new StringBuilder();
        var plans = ResolvedPlans.Read(BuildEngine, ResolvedFile);
        foreach (var plan in plans)
        {
            text.Append(PlanText.Of(plan, [.. Pending(plan), .. VariantItem.ReasonsOf(Variants, plan.Variant.Name)])).Append('\n');
        }

        AtomicFile.WriteIfDifferent(PlanFile, text.ToString());
        ShownText.Show(BuildEngine, nameof(PlanImage), text.ToString().TrimEnd());
        SoundRendering.Check(plans, diagnostics);
    }

    /// <summary>A build builds the base image first, if that is not up to date, and may find itself with a new one.</summary>
    private IEnumerable<string> Pending(BuildPlan plan) => BaseImages
        .Where(image => string.Equals(image.ItemSpec, plan.Variant.OperatingSystem?.Base?.Name, StringComparison.OrdinalIgnoreCase))
        .Select(image => image.GetMetadata("Pending"))
        .Where(reasons => reasons.Length > 0)
        .Select(reasons => $"its base image {plan.Variant.OperatingSystem!.Base!.Name} would be built first ({reasons})");
}
