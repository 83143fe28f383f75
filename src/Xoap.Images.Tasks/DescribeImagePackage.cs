using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.History;
using Xoap.Images.ImagePackages;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Puts the newest record of every variant, and the file that brings them to a project, where NuGet packs them from.</summary>
[MSBuildMultiThreadableTask]
public sealed class DescribeImagePackage : ImageTask
{
    /// <summary>What ResolveImage found.</summary>
    [Required]
    public ITaskItem[] Variants { get; set; } = [];

    /// <summary>The resolved.json of ResolveImage.</summary>
    [Required]
    public string ResolvedFile { get; set; } = "";

    /// <summary>The folder of the records; relative to the project.</summary>
    [Required]
    public string ImageStateDirectory { get; set; } = "";

    [Required]
    public string PackageId { get; set; } = "";

    public string VersionPrefix { get; set; } = "";

    public string VersionSuffix { get; set; } = "";

    public string Version { get; set; } = "";

    public string PackageVersion { get; set; } = "";

    /// <summary>Where the package's files are put together.</summary>
    [Required]
    public string PackageFolder { get; set; } = "";

    /// <summary>The version that the package gets.</summary>
    [Output]
    public string ImagePackageVersion { get; private set; } = "";

    /// <summary>The files, each with its PackagePath.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var history = new RunHistory(Path.GetFullPath(ImageStateDirectory, Path.GetDirectoryName(ProjectFile)!));
        var plans = ResolvedPlans.Read(BuildEngine, ResolvedFile);
        var records = plans.Select(plan => history.Newest(plan.ImageName, plan.Variant.Name, diagnostics)).OfType<ImageManifest>().ToArray();
        if (records.Length == 0)
        {
            diagnostics.Add(ImagePackageDiagnostics.NothingBuilt(Origin.Root, plans[0].ImageName));
            return;
        }

        Warn(plans, records, diagnostics);
        var newest = records.Max(record => record.Version);
        if (ImagePackages.ImagePackageVersion.Of(newest, VersionPrefix, VersionSuffix, Version, PackageVersion, diagnostics) is { } version)
        {
            ImagePackageVersion = version;
            var props = ImagePackageProps.Text(records[0].Image, PackageId, version, records.Select(record => record.Builder));
            Files = [Written($"buildTransitive/{PackageId}.props", props), .. records.Select(record => Copied(record, history))];
        }
    }

    private void Warn(ImmutableArray<BuildPlan> plans, ImageManifest[] records, DiagnosticBag diagnostics)
    {
        foreach (var plan in plans)
        {
            var (image, builder) = (plan.ImageName, plan.Variant.Name);
            if (!Array.Exists(records, record => record.Builder == builder))
            {
                diagnostics.Add(ImagePackageDiagnostics.VariantNotBuilt(plan.Variant.Origin, image, builder));
            }
            else if (VariantItem.ReasonsOf(Variants, builder) is { Length: > 0 } reasons)
            {
                diagnostics.Add(ImagePackageDiagnostics.Stale(plan.Variant.Origin, image, builder, string.Join("; ", reasons)));
            }
        }
    }

    private TaskItem Copied(ImageManifest record, RunHistory history) =>
        Written(ImagePackageProps.PathOf(record.Builder), File.ReadAllText(history.ManifestPath(record.Image, record.Builder)));

    private TaskItem Written(string place, string text)
    {
        var path = Path.Combine(PackageFolder, place);
        AtomicFile.WriteIfDifferent(path, text);
        var item = new TaskItem(MsBuildText.Escape(path));
        item.SetMetadata("PackagePath", place);
        item.SetMetadata("Pack", "true");
        return item;
    }
}
