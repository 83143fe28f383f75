using System.Text.RegularExpressions;
using Microsoft.Build.Evaluation;

namespace Xoap.Images.Tasks.Items;

/// <summary>Where a package's text leads because the project or the command line says so: not the environment, not MSBuild, not a package.</summary>
internal static partial class LedByProject
{
    /// <summary>Properties that name the folders of packages, of the .NET SDK, and of what NuGet generates.</summary>
    private static readonly string[] Others = ["NuGetPackageRoot", "MSBuildExtensionsPath", "NetCoreRoot", "MSBuildProjectExtensionsPath"];

    /// <summary>Absolute paths, without a slash at the end; what is below them belongs to them.</summary>
    public static List<string> PathsIn(Project project, string unevaluated)
    {
        var paths = new List<string>();
        Collect(unevaluated, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        return paths;

        void Collect(string text, HashSet<string> seen)
        {
            foreach (var property in Names().Matches(text).Select(match => project.GetProperty(match.Groups[1].Value)).OfType<ProjectProperty>())
            {
                if (!seen.Add(property.Name) || property.IsEnvironmentProperty || property.IsReservedProperty)
                {
                    continue;
                }

                if (property.IsGlobalProperty || IsOfProject(project, property.Xml?.ContainingProject.FullPath))
                {
                    paths.AddRange(property.EvaluatedValue.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Select(entry => Path.TrimEndingDirectorySeparator(Path.GetFullPath(entry, project.DirectoryPath))));
                }
                else
                {
                    Collect(property.UnevaluatedValue, seen);
                }
            }
        }
    }

    /// <summary>Files of the project itself, or shared by those of its repository.</summary>
    private static bool IsOfProject(Project project, string? file) => file is not null
        && !Array.Exists(Others, folder => project.GetPropertyValue(folder) is { Length: > 0 } path
            && file.StartsWith(Path.GetFullPath(path, project.DirectoryPath), StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\$\(([A-Za-z_][A-Za-z0-9_-]*)")]
    private static partial Regex Names();
}
