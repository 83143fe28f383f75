using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Says which project references are no image projects and no role projects, before one of them is built.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckReferences : ImageTask
{
    [Required]
    public ITaskItem[] ProjectReferences { get; set; } = [];

    /// <summary>What the projects answered: those that are neither say nothing.</summary>
    public ITaskItem[] Kinds { get; set; } = [];

    /// <summary>What the project itself is: Image or Role.</summary>
    public string ImageProjectKind { get; set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var known = Kinds.Select(PathOf).ToHashSet(StringComparer.Ordinal);
        var images = Kinds.Where(kind => kind.ItemSpec == "Image").Select(PathOf).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < ProjectReferences.Length; index++)
        {
            var reference = ProjectReferences[index];
            var origin = new Origin("ProjectReference", reference.ItemSpec, index);
            var path = reference.GetMetadata("FullPath");
            if (!File.Exists(path))
            {
                diagnostics.Add(BaseImageDiagnostics.ProjectIsMissing(origin, reference.ItemSpec));
            }
            else if (!known.Contains(path))
            {
                diagnostics.Add(BaseImageDiagnostics.NotAnImageProject(origin, reference.ItemSpec));
            }
            else if (ImageProjectKind == "Role" && images.Contains(path))
            {
                diagnostics.Add(BaseImageDiagnostics.ImageOfRole(origin, reference.ItemSpec));
            }
        }
    }

    private static string PathOf(ITaskItem kind) => kind.GetMetadata("MSBuildSourceProjectFile");
}
