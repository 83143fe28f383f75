using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;

namespace Xoap.Images.Tasks.Items;

/// <summary>The files of a project that its people write: not those of SDKs and packages, and not what NuGet generates.</summary>
internal static class OwnFiles
{
    /// <summary>Folders of the .NET SDK and of MSBuild, of packages, and NuGet's own in the project.</summary>
    private static readonly string[] Foreign =
        ["NetCoreRoot", "MSBuildExtensionsPath", "MSBuildToolsPath", "NuGetPackageRoot", "MSBuildProjectExtensionsPath"];

    public static IEnumerable<ProjectRootElement> Of(Project project)
    {
        var foreign = Foreign.Select(project.GetPropertyValue).Where(folder => folder.Length > 0)
            .Append(Path.GetDirectoryName(ItemLocator.Targets)!)
            .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, project.DirectoryPath)) + Path.DirectorySeparatorChar)
            .ToArray();
        return project.Imports.Select(import => import.ImportedProject)
            .Where(file => !Array.Exists(foreign, folder => file.FullPath.StartsWith(folder, StringComparison.OrdinalIgnoreCase)))
            .Prepend(project.Xml)
            .Distinct();
    }
}
