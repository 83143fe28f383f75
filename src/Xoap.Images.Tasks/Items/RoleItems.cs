using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;

namespace Xoap.Images.Tasks.Items;

/// <summary>Leads from the props that were made of a referenced role project back to that project, where a mistake is mended.</summary>
internal static class RoleItems
{
    /// <param name="item">The item as evaluated.</param>
    /// <param name="place">Where it or its metadatum stands.</param>
    /// <returns>Null: the item is from nowhere else, or the role project writes it in another file.</returns>
    public static Place? PlaceOf(Project project, ProjectItemElement item, Place place, string? metadatum)
    {
        var props = item.ContainingProject.FullPath;
        var role = project.GetItems("ImportedRole").FirstOrDefault(imported => imported.Xml.ContainingProject.FullPath == props);
        if (role is null || place.File != props)
        {
            return null;
        }

        var source = ProjectRootElement.Open(role.GetMetadataValue("Project"), project.ProjectCollection)
            .Items.FirstOrDefault(candidate => candidate.ItemType == item.ItemType && candidate.Include == item.Include);
        return source?.Metadata.FirstOrDefault(candidate => string.Equals(candidate.Name, metadatum, StringComparison.OrdinalIgnoreCase)) is { } written
            ? ItemLocator.PlaceOf(written)
            : source is null ? null : ItemLocator.PlaceOf(source.Location);
    }
}
