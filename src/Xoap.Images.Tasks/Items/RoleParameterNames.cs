using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tasks.Items;

/// <summary>The parameters of the roles that a project uses: properties beside a role's items, with a condition on themselves.</summary>
internal sealed class RoleParameterNames(Project project)
{
    private readonly string[] _names =
    [
        .. FilesOf(project).Where(file => file.Items.Any(IsOfRole)).SelectMany(file => file.Properties).Where(IsDefault).Select(property => property.Name),
    ];

    /// <summary>The parameter that a property nobody reads is probably meant for.</summary>
    public string? Near(string property) =>
        !_names.Contains(property, StringComparer.OrdinalIgnoreCase) && Suggestion.Closest(property, _names) is { } closest && !IsRead(property)
            ? closest
            : null;

    private bool IsRead(string property) => FilesOf(project)
        .Any(file => File.ReadAllText(file.FullPath).Contains($"$({property}", StringComparison.OrdinalIgnoreCase));

    private static bool IsOfRole(ProjectItemElement item) => item.Metadata.Any(metadatum => metadatum.Name == ItemTypes.PackageId);

    private static bool IsDefault(ProjectPropertyElement property) =>
        property.Condition.Contains($"$({property.Name})", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ProjectRootElement> FilesOf(Project project) => project.Imports.Select(import => import.ImportedProject).Distinct();
}
