using Microsoft.Build.Evaluation;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Schemas;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Validation;

namespace Xoap.Images.Tasks;

/// <summary>
/// Says what is wrong in the project itself before a base image is built for it, which can take hours. ResolveImage checks everything
/// afterwards; an unchanged project that it found nothing in is not looked at.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckParts : ImageTask
{
    /// <summary>From here on codes stand for what one item says of others.</summary>
    private const string FirstOfMembers = "XIMG1100";

    /// <summary>From here on codes stand for what the operating system decides, which is the base image's here.</summary>
    private const string FirstOfSystems = "XIMG1130";

    private const string Image = "Image";

    private static readonly string[] Properties =
    [
        "ImageName", "ImageDescription", "ImageTags", "ImageRole", "ImageOperatingSystem", "ImageBuilders", "ImageMaxAge", "ImageSeal",
        "ImageTestAnswerFile", "DefaultProvisionerTimeout",
    ];

    /// <summary>What the referenced projects are: Image or Role.</summary>
    public ITaskItem[] Kinds { get; set; } = [];

    /// <summary>Where the hashes of large files are kept.</summary>
    [Required]
    public string HashFile { get; set; } = "";

    /// <summary>Where a project whose text MSBuild left alone is remembered.</summary>
    [Required]
    public string CheckedFile { get; set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (!Array.Exists(Kinds, kind => kind.ItemSpec == Image) || new CheckedText(CheckedFile).HasSameFiles())
        {
            return;
        }

        var project = locator.Project;
        var found = new DiagnosticBag();
        var definition = ImageReader.Read(Source(project), found) with { Variants = [] };
        var isWhole = !HasTargets(project);
        DiagnosticBag own = [.. found.Where(problem => string.CompareOrdinal(problem.Code, isWhole ? FirstOfSystems : FirstOfMembers) < 0)];
        if (isWhole)
        {
            RoleRules.Check(definition, _ => false, own);
            var hashes = new HashCache(HashFile);
            SourceReader.Read(Planner.Sources(definition), hashes, own);
            hashes.Save();
        }

        diagnostics.AddRange(own.Where(problem => problem.Severity == Severity.Error));
    }

    /// <summary>Targets that are not the SDK's may still add items, and make files.</summary>
    private static bool HasTargets(Project project)
    {
        string[] sdks = [ItemLocator.Targets, project.GetPropertyValue("NetCoreRoot"), project.GetPropertyValue("MSBuildExtensionsPath")];
        return project.Targets.Values.Any(target => !Array.Exists(
            sdks, folder => folder.Length > 0 && target.Location.File.StartsWith(folder, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A base image whose records are not there is one that nothing is known of.</summary>
    private ImageSource Source(Project project)
    {
        var items = ProjectParts.Of(project);
        items.AddRange(Kinds.Where(kind => kind.ItemSpec == Image).Select((_, index) => BaseImage(index)));
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Properties)
        {
            if (project.GetPropertyValue(name) is { Length: > 0 } value)
            {
                known[name] = value;
            }
        }

        return new ImageSource(project.DirectoryPath, known, items);
    }

    private static Item BaseImage(int index) => new(
        ItemTypes.BaseImage.Name,
        $"base image {index + 1}",
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Records"] = "image.json" },
        new Dictionary<string, string>(),
        Origin.Root);
}
