using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.History;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Running;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Validation;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Tasks;

/// <summary>Reads and checks the project, decides what would be built, and whether that is up to date.</summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveImage : ImageTask
{
    public string ImageName { get; set; } = "";

    public string ImageDescription { get; set; } = "";

    public string ImageTags { get; set; } = "";

    public string ImageRole { get; set; } = "";

    public string ImageOperatingSystem { get; set; } = "";

    public string ImageBuilders { get; set; } = "";

    public string ImageMaxAge { get; set; } = "";

    public string ImageSeal { get; set; } = "";

    public string ImageTestAnswerFile { get; set; } = "";

    public string DefaultProvisionerTimeout { get; set; } = "";

    public ITaskItem[] Connections { get; set; } = [];

    public ITaskItem[] Builders { get; set; } = [];

    public ITaskItem[] BuilderBlocks { get; set; } = [];

    public ITaskItem[] OperatingSystems { get; set; } = [];

    public ITaskItem[] BaseImages { get; set; } = [];

    /// <summary>Where base images come from.</summary>
    public ITaskItem[] ProjectReferences { get; set; } = [];

    /// <inheritdoc cref="ProjectReferences"/>
    public ITaskItem[] PackageReferences { get; set; } = [];

    public ITaskItem[] Provisioners { get; set; } = [];

    public ITaskItem[] ProvisionerBlocks { get; set; } = [];

    public ITaskItem[] ProvisionerGroups { get; set; } = [];

    public ITaskItem[] ProvisionerRoles { get; set; } = [];

    public ITaskItem[] Applications { get; set; } = [];

    public ITaskItem[] ApplicationGroups { get; set; } = [];

    public ITaskItem[] ApplicationRoles { get; set; } = [];

    public ITaskItem[] ImageTests { get; set; } = [];

    /// <summary>The Bats that tests bring along: its folder or its program; empty: the one on PATH.</summary>
    public string BatsPath { get; set; } = "";

    /// <summary>The folder of the Pester module that tests bring along.</summary>
    public string PesterModulePath { get; set; } = "";

    /// <summary>Whether variants that are up to date shall be built too.</summary>
    public bool ImageForce { get; set; }

    /// <summary>Whether anything shall be built.</summary>
    public bool ImageBuild { get; set; } = true;

    public string PackerStopTimeout { get; set; } = "";

    public string ImageBuildTimeout { get; set; } = "";

    public string ImageStopBehavior { get; set; } = "";

    public string ImageVersionNumber { get; set; } = "";

    /// <summary>The folder of the records; relative to the project.</summary>
    [Required]
    public string ImageStateDirectory { get; set; } = "";

    /// <summary>The folder of local images; relative to the project.</summary>
    [Required]
    public string ImageOutputDirectory { get; set; } = "";

    /// <summary>A further folder that the disks of base images may lie in; relative to the project.</summary>
    public string ImageArtifactsDirectory { get; set; } = "";

    /// <summary>Where the resolved plans go: what the later stages read.</summary>
    [Required]
    public string ResolvedFile { get; set; } = "";

    /// <summary>Where the hashes of large files are kept.</summary>
    [Required]
    public string HashFile { get; set; } = "";

    /// <summary>Where a project whose text MSBuild left alone is remembered.</summary>
    [Required]
    public string CheckedFile { get; set; } = "";

    /// <summary>One item per variant.</summary>
    [Output]
    public ITaskItem[] Variants { get; private set; } = [];

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var source = Source(diagnostics);
        var definition = ImageReader.Read(source, diagnostics);
        ImageRules.Check(definition, diagnostics, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date));
        RunOptions.Read(PackerStopTimeout, ImageBuildTimeout, ImageStopBehavior, ImageVersionNumber, diagnostics);
        var hashes = new HashCache(HashFile);
        var contents = SourceReader.Read(Planner.Sources(definition), hashes, diagnostics);
        hashes.Save();
        cancellationToken.ThrowIfCancellationRequested();
        var plans = Planner.Plan(definition, contents, diagnostics);
        if (!diagnostics.HasErrors)
        {
            Variants = Decide(plans, diagnostics);
        }

        IsQuiet = !diagnostics.HasErrors && ImageBuild && Array.TrueForAll(Variants, VariantItem.IsUpToDate);
        if (!IsQuiet)
        {
            new CheckedText(CheckedFile).Check(source, locator, diagnostics);
            AnswerFileRules.Check(AnswerFileTexts.Of(plans), diagnostics);
        }

        if (!diagnostics.HasErrors)
        {
            ResolvedPlans.Write(BuildEngine, ResolvedFile, plans);
            return;
        }

        SoundRendering.Check(plans, diagnostics);
    }

    private ITaskItem[] Decide(ImmutableArray<BuildPlan> plans, DiagnosticBag diagnostics)
    {
        var projectDirectory = Path.GetDirectoryName(ProjectFile)!;
        var history = new RunHistory(Path.Combine(projectDirectory, ImageStateDirectory));
        var outputDirectory = Path.GetFullPath(ImageOutputDirectory, projectDirectory);
        var items = new List<ITaskItem>(plans.Length);
        foreach (var plan in plans)
        {
            var newest = history.Newest(plan.ImageName, plan.Variant.Name, diagnostics);
            var decision = UpToDate.Check(
                plan, newest, TimeProvider.System.GetUtcNow(), ImageForce, history.StateDirectory, outputDirectory);
            items.Add(VariantItem.Of(plan, decision));
            if (decision.UpToDate)
            {
                Results.Show(Log, ProjectFile, newest!, history.StateDirectory, outputDirectory, UpToDateWith(plan));
            }
            else
            {
                var reasons = string.Join("; ", decision.Reasons);
                Log.LogMessage(MessageImportance.High, "{0} on {1} is not up to date: {2}", plan.ImageName, plan.Variant.Name, reasons);
                if (plan.Variant.OperatingSystem is { Base: { } image, MissingBase: { } missing })
                {
                    var problem = missing.Length == 0 ? "has not been built yet" : $"is not on this machine ('{missing}' is not there)";
                    Log.LogMessage(
                        MessageImportance.High, "{0} on {1}: the base image {2} {3}", plan.ImageName, plan.Variant.Name, image.Name, problem);
                }
            }
        }

        return [.. items];
    }

    /// <summary>Nothing can be older than its base image; a plan, which builds none, would say so otherwise.</summary>
    private string UpToDateWith(BuildPlan plan)
    {
        var name = plan.Variant.OperatingSystem?.Base?.Name;
        var isPending = Array.Exists(BaseImages, image =>
            string.Equals(image.ItemSpec, name, StringComparison.OrdinalIgnoreCase) && image.GetMetadata("Pending").Length > 0);
        return isPending ? $"up to date with its base image {name}, which is not" : "up to date";
    }

    private ImageSource Source(DiagnosticBag diagnostics)
    {
        var items = new List<Item>();
        TaskItems.Add(items, "Connection", Connections);
        TaskItems.Add(items, "Builder", Builders);
        TaskItems.Add(items, "BuilderBlock", BuilderBlocks);
        TaskItems.Add(items, "OperatingSystem", OperatingSystems);
        var bases = new List<Item>();
        TaskItems.Add(bases, "BaseImage", BaseImages);
        BaseImageItems.Place(bases, ProjectReferences, PackageReferences);
        items.AddRange(bases);
        TaskItems.Add(items, "Provisioner", Provisioners);
        TaskItems.Add(items, "ProvisionerBlock", ProvisionerBlocks);
        TaskItems.Add(items, "ProvisionerGroup", ProvisionerGroups);
        TaskItems.Add(items, "ProvisionerRole", ProvisionerRoles);
        TaskItems.Add(items, "Application", Applications);
        TaskItems.Add(items, "ApplicationGroup", ApplicationGroups);
        TaskItems.Add(items, "ApplicationRole", ApplicationRoles);
        TaskItems.Add(items, "ImageTest", ImageTests);
        var projectDirectory = Path.GetDirectoryName(ProjectFile)!;
        return new ImageSource(projectDirectory, Properties(diagnostics), items)
        {
            BaseImages = BaseImageItems.Read(bases, projectDirectory, ImageArtifactsDirectory, diagnostics),
        };
    }

    /// <summary>A build without tests looks for nothing.</summary>
    private string? Bats(DiagnosticBag diagnostics) => Array.TrueForAll(ImageTests, test => test.ItemSpec == TaskItems.Probe)
        ? null
        : BatsFolder.Find(BatsPath, Path.GetDirectoryName(ProjectFile)!, BuildEnvironment.Variables().GetValueOrDefault("PATH"), diagnostics);

    private Dictionary<string, string> Properties(DiagnosticBag diagnostics)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(nameof(ImageName), ImageName);
        Add(nameof(ImageDescription), ImageDescription);
        Add(nameof(ImageTags), ImageTags);
        Add(nameof(ImageRole), ImageRole);
        Add(nameof(ImageOperatingSystem), ImageOperatingSystem);
        Add(nameof(ImageBuilders), ImageBuilders);
        Add(nameof(ImageMaxAge), ImageMaxAge);
        Add(nameof(ImageSeal), ImageSeal);
        Add(nameof(ImageTestAnswerFile), ImageTestAnswerFile);
        Add(nameof(DefaultProvisionerTimeout), DefaultProvisionerTimeout);
        Add(nameof(PesterModulePath), PesterModulePath);
        Add(nameof(BatsPath), Bats(diagnostics) ?? "");
        return properties;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                properties[name] = value;
            }
        }
    }
}
