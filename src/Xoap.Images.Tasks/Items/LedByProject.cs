using System.Text.RegularExpressions;
using Microsoft.Build.Evaluation;

namespace Xoap.Images.Tasks.Items;

/// <summary>Where a package's text leads because the project or the command line says so: not the environment, not MSBuild, not a package.</summary>
internal static partial class LedByProject
{
    /// <summary>Absolute paths, without a slash at the end; what is below them belongs to them.</summary>
    public static List<string> PathsIn(Project project, string unevaluated)
    {
        var paths = new List<string>();
        var own = OwnFiles.Of(project).Select(file => file.FullPath).ToHashSet(StringComparer.Ordinal);
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

                if (property.IsGlobalProperty || own.Contains(property.Xml?.ContainingProject.FullPath ?? ""))
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

    [GeneratedRegex(@"\$\(([A-Za-z_][A-Za-z0-9_-]*)")]
    private static partial Regex Names();
}
