using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Packaging;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tasks.Items;

/// <summary>What of a role project's XML travels: its own items and parameters, not what its packages brought.</summary>
internal static class RoleElements
{
    private const string Parameters = "Parameters";

    public static RoleSource Of(Project project, string packageId, string packageVersion, DiagnosticBag diagnostics)
    {
        var elements = project.GetLogicalProject().Where(element => IsOwn(project, element)).ToList();
        foreach (var group in elements.OfType<ProjectPropertyGroupElement>().Where(IsMisspelt))
        {
            diagnostics.Add(PackagingDiagnostics.MisspeltLabel(PlaceOf(group.Location), group.Label));
        }

        return new RoleSource(
            packageId,
            packageVersion,
            Slashes(project.DirectoryPath),
            [.. elements.OfType<ProjectPropertyGroupElement>().Where(group => group.Label == Parameters).SelectMany(ParametersOf)],
            [.. elements.OfType<ProjectItemGroupElement>().Select(group => GroupOf(project, group, diagnostics)).OfType<RoleItemGroup>()])
        {
            Defaults =
            [
                .. elements.OfType<ProjectItemDefinitionElement>()
                    .SelectMany(definition => definition.Metadata.Select(metadatum => (definition.ItemType, Metadatum(metadatum)))),
            ],
        };
    }

    public static RoleProperties PropertiesOf(Project project) => new(
        project.ExpandString,
        name => project.GetProperty(name) is { IsEnvironmentProperty: true });

    /// <summary>Packages stand in NuGet's folder, and everything of a role has the package's name at it.</summary>
    private static bool IsOwn(Project project, ProjectElement element)
    {
        if (IsOfSdk(element))
        {
            return element is ProjectItemGroupElement; // of which the tests count that its patterns find
        }

        var packages = project.GetPropertyValue("NuGetPackageRoot");
        return packages.Length == 0 || !element.ContainingProject.FullPath.StartsWith(packages, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsMisspelt(ProjectPropertyGroupElement group) =>
        group.Label != Parameters && Suggestion.Closest(group.Label, [Parameters, "Parameter"]) is not null;

    private static IEnumerable<RoleParameter> ParametersOf(ProjectPropertyGroupElement group)
    {
        var file = group.ContainingProject.FullPath;
        var comments = CommentsOf(file);
        return group.Properties.Select(property => new RoleParameter(
            property.Name,
            property.Value,
            property.Condition,
            comments.GetValueOrDefault(property.Location.Line, ""),
            FolderOf(property),
            PlaceOf(property.Location)));
    }

    /// <summary>The comment above each parameter, by the parameter's line.</summary>
    private static Dictionary<int, string> CommentsOf(string file) =>
        XDocument.Load(file, LoadOptions.SetLineInfo).Descendants()
            .Where(group => group.Name.LocalName == "PropertyGroup" && (string?)group.Attribute("Label") == Parameters)
            .Elements()
            .Where(property => Above(property) is not null)
            .GroupBy(property => ((IXmlLineInfo)property).LineNumber)
            .ToDictionary(line => line.Key, line => Above(line.First())!.Value);

    private static XComment? Above(XElement property) => property.NodesBeforeSelf().LastOrDefault(node => node is not XText) as XComment;

    private static bool IsOfSdk(ProjectElement element) => Path.GetDirectoryName(element.ContainingProject.FullPath) == ItemLocator.Targets;

    private static RoleItemGroup? GroupOf(Project project, ProjectItemGroupElement group, DiagnosticBag diagnostics)
    {
        var items = group.Items
            .Where(item => !item.Metadata.Any(metadatum => metadatum.Name == ItemTypes.PackageId))
            .Where(item => RoleProps.Types.Contains(item.ItemType))
            .Where(item => !IsOfSdk(item) || project.GetItems(item.ItemType).Any(found => found.Xml == item)).ToList();
        if (items.Count == 0 || group.Parent is ProjectTargetElement)
        {
            return null;
        }

        if (group.Parent is ProjectWhenElement or ProjectOtherwiseElement)
        {
            diagnostics.Add(PackagingDiagnostics.IsConditional(PlaceOf(group.Location), "Choose"));
            return null;
        }

        return new RoleItemGroup(group.Condition, [.. items.Select(Item)]);
    }

    private static RoleItem Item(ProjectItemElement item)
    {
        var (verb, names) = item.Include.Length > 0 ? ("Include", item.Include)
            : item.Update.Length > 0 ? ("Update", item.Update)
            : ("Remove", item.Remove);
        return new RoleItem(
            item.ItemType, verb, names, item.Condition, [.. item.Metadata.Select(Metadatum)], FolderOf(item), PlaceOf(item.Location));
    }

    private static RoleMetadatum Metadatum(ProjectMetadataElement metadatum) => new(
        metadatum.Name, metadatum.Value, metadatum.Condition, metadatum.ExpressedAsAttribute, PlaceOf(metadatum));

    private static Origin PlaceOf(ProjectMetadataElement metadatum) => Of(ItemLocator.PlaceOf(metadatum));

    private static Origin PlaceOf(ElementLocation location) => Of(ItemLocator.PlaceOf(location));

    private static Origin Of(Place place) => Origin.Place(place.File, place.Line, place.Column);

    private static string FolderOf(ProjectElement element) => Slashes(element.ContainingProject.DirectoryPath);

    private static string Slashes(string path) => path.Replace('\\', '/');
}
