using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Testing;

namespace Xoap.Images.Tasks;

/// <summary>Writes down what a run of tests has to know of the project.</summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveImageTests : ImageTask
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

    /// <summary>The parent of the folders that boot images.</summary>
    [Required]
    public string RenderedFolder { get; set; } = "";

    public string PackerPath { get; set; } = "";

    public string PackerStopTimeout { get; set; } = "";

    public string ImageTestBoots { get; set; } = "";

    public string ImageTestParallel { get; set; } = "";

    public string ImageTestTimeout { get; set; } = "";

    public string ImageTestKeepOnFailure { get; set; } = "";

    /// <summary>All test files of the project.</summary>
    public ITaskItem[] Tests { get; set; } = [];

    /// <summary>The tests.json to write.</summary>
    [Required]
    public string TestsFile { get; set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;
        var run = TestRunProperties.Read(ImageTestBoots, ImageTestParallel, ImageTestTimeout, ImageTestKeepOnFailure, diagnostics);
        var options = new TestRunOptions(
            ProjectFile,
            ResolvedFile,
            Path.GetFullPath(ImageStateDirectory, folder),
            Path.GetFullPath(ImageOutputDirectory, folder),
            RenderedFolder,
            PackerPath,
            run.Boots,
            run.Parallel,
            RunOptions.StopTimeoutOf(PackerStopTimeout, diagnostics),
            run.Timeout,
            run.KeepOnFailure)
        {
            LeftOut = LeftOut(),
        };
        if (!diagnostics.HasErrors)
        {
            AtomicFile.WriteIfDifferent(TestsFile, options.Write());
        }
    }

    private string[] LeftOut()
    {
        var run = ResolvedPlans.Read(BuildEngine, ResolvedFile)
            .SelectMany(plan => plan.Tests.Concat(plan.Steps.SelectMany(step => step.TestRun?.Tests ?? [])))
            .Select(test => test.Test.Path)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Tests.Where(test => !run.Contains(test.GetMetadata("FullPath").Replace('\\', '/')))
                .Select(test => test.ItemSpec.Replace('\\', '/'))
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
