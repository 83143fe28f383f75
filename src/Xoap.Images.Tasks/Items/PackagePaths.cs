using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Packaging;

namespace Xoap.Images.Tasks.Items;

/// <summary>A package's items take files from the package, or from where a property of the project leads; from nowhere else on this machine.</summary>
internal static class PackagePaths
{
    /// <summary>NuGet imports a package's props from these folders.</summary>
    private static readonly string[] ImportFolders = ["buildTransitive", "build"];

    public static void Check(Project project, DiagnosticBag diagnostics)
    {
        var packages = project.GetPropertyValue("NuGetPackageRoot");
        if (packages.Length == 0)
        {
            return;
        }

        foreach (var item in RoleProps.Types.SelectMany(type => project.GetItems(type)))
        {
            var words = new RoleVocabulary(item.ItemType, item.GetMetadataValue);
            foreach (var metadatum in item.DirectMetadata.Where(metadatum => words.IsPath(metadatum.Name)))
            {
                var file = metadatum.Location.File;
                if (file.StartsWith(packages, StringComparison.OrdinalIgnoreCase))
                {
                    Check(metadatum, FolderOf(file), project, diagnostics);
                }
            }
        }
    }

    private static void Check(ProjectMetadata metadatum, string package, Project project, DiagnosticBag diagnostics)
    {
        var allowed = new Lazy<List<string>>(() => LedByProject.PathsIn(project, metadatum.UnevaluatedValue));
        foreach (var entry in metadatum.EvaluatedValue.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var path = Path.GetFullPath(entry, project.DirectoryPath);
            if (!entry.Contains("://", StringComparison.Ordinal) && !IsIn(path, package) && !allowed.Value.Exists(folder => IsIn(path, folder)))
            {
                var place = ItemLocator.PlaceOf(metadatum);
                diagnostics.Add(PackagingDiagnostics.OutsideOfPackage(Origin.Place(place.File, place.Line, place.Column), path, package));
            }
        }
    }

    private static bool IsIn(string path, string folder) =>
        Path.TrimEndingDirectorySeparator(path) is var plain
        && (plain == folder || plain.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static string FolderOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return ImportFolders.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase) ? Path.GetDirectoryName(folder)! : folder;
    }
}
