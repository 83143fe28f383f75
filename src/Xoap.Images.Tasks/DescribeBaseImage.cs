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

    /// <summary>One item with the image's name and the metadata Records, ProjectPath and Kind.</summary>
    [Output]
    public ITaskItem[] BaseImages { get; private set; } = [];

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var projectDirectory = Path.GetDirectoryName(ProjectFile)!;
        var history = new RunHistory(Path.GetFullPath(ImageStateDirectory, projectDirectory));
        var planned = new RunHistory(PlannedFolder);
        var plans = ResolvedPlans.Read(BuildEngine, ResolvedFile);
        var records = new List<string>(plans.Length);
        foreach (var plan in plans)
        {
            var (image, builder) = (plan.ImageName, plan.Variant.Name);
            if (history.Newest(image, builder, diagnostics) is null)
            {
                planned.Write(PlannedManifest.Of(plan, Path.GetFullPath(ImageOutputDirectory, projectDirectory), SdkVersion.Text));
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
        item.SetMetadata("Kind", "Image");
        BaseImages = [item];
    }
}
