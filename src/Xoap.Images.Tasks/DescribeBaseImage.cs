using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Reading;
using Xoap.Images.Running;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Tells projects that refer to this one what they can build on.</summary>
[MSBuildMultiThreadableTask]
public sealed class DescribeBaseImage : ImageTask
{
    /// <summary>The resolved.json of ResolveImage.</summary>
    [Required]
    public string ResolvedFile { get; set; } = "";

    /// <summary>The folder of the records; relative to the project.</summary>
    [Required]
    public string ImageStateDirectory { get; set; } = "";

    /// <summary>The folder of local images; relative to the project.</summary>
    [Required]
    public string ImageOutputDirectory { get; set; } = "";

    /// <summary>Where the records of variants go that were never built.</summary>
    [Required]
    public string PlannedFolder { get; set; } = "";

    /// <summary>One item with the image's name and the metadata Records, ProjectPath, Pending and Kind.</summary>
    [Output]
    public ITaskItem[] BaseImages { get; private set; } = [];

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var projectDirectory = Path.GetDirectoryName(ProjectFile)!;
        var history = new RunHistory(Path.GetFullPath(ImageStateDirectory, projectDirectory));
        var planned = new RunHistory(PlannedFolder);
        var plans = ResolvedPlans.Read(BuildEngine, ResolvedFile);
        var outputDirectory = Path.GetFullPath(ImageOutputDirectory, projectDirectory);
        var records = new List<string>(plans.Length);
        var pending = new List<string>();
        foreach (var plan in plans)
        {
            var (image, builder) = (plan.ImageName, plan.Variant.Name);
            var newest = history.Newest(image, builder, diagnostics);
            pending.AddRange(UpToDate.Check(
                plan, newest, TimeProvider.System.GetUtcNow(), force: false, history.StateDirectory, outputDirectory).Reasons);
            if (newest is null)
            {
                planned.Write(PlannedManifest.Of(plan, outputDirectory, SdkVersion.Text));
                records.Add(planned.ManifestPath(image, builder));
            }
            else
            {
                records.Add(history.ManifestPath(image, builder));
            }
        }

        var item = new TaskItem(MsBuildText.Escape(plans[0].ImageName));
        item.SetMetadata("Records", string.Join(';', records.Select(path => MsBuildText.Escape(path).Replace(";", "%3B", StringComparison.Ordinal))));
        item.SetMetadata("ProjectPath", MsBuildText.Escape(ProjectFile));
        item.SetMetadata("Pending", MsBuildText.Escape(string.Join(", ", pending.Distinct())));
        item.SetMetadata("Kind", "Image");
        BaseImages = [item];
    }
}
