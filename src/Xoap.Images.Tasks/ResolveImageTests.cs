using System.Globalization;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Reading;
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

    public bool ImageTestKeepOnFailure { get; set; }

    /// <summary>The tests.json to write.</summary>
    [Required]
    public string TestsFile { get; set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;
        var options = new TestRunOptions(
            ProjectFile,
            ResolvedFile,
            Path.GetFullPath(ImageStateDirectory, folder),
            Path.GetFullPath(ImageOutputDirectory, folder),
            RenderedFolder,
            PackerPath,
            RunOptions.Choice(nameof(ImageTestBoots), ImageTestBoots, TestBoots.PerVariant, diagnostics),
            Parallel(diagnostics),
            RunOptions.StopTimeoutOf(PackerStopTimeout, diagnostics),
            RunOptions.Duration(nameof(ImageTestTimeout), ImageTestTimeout, diagnostics),
            ImageTestKeepOnFailure);
        if (!diagnostics.HasErrors)
        {
            AtomicFile.WriteIfDifferent(TestsFile, options.Write());
        }
    }

    private int Parallel(DiagnosticBag diagnostics)
    {
        if (int.TryParse(ImageTestParallel, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        diagnostics.Add(ReadingDiagnostics.WrongType(
            Origin.Property(nameof(ImageTestParallel)), nameof(ImageTestParallel), ImageTestParallel, "a whole number from 1"));
        return 1;
    }
}
