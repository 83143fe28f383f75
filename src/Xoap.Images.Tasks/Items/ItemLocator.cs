using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Tasks.Items;

/// <summary>
/// Finds the file, line and column of an item, a metadatum or a property by evaluating the project once more: MSBuild
/// does not hand places over to tasks. It takes about 0.1 s, so nothing that happens on a no-op build may ask.
/// </summary>
internal sealed class ItemLocator(string projectFile, IReadOnlyDictionary<string, string> globalProperties) : IDisposable
{
    private const ProjectLoadSettings Tolerant =
        ProjectLoadSettings.IgnoreMissingImports | ProjectLoadSettings.IgnoreInvalidImports | ProjectLoadSettings.IgnoreEmptyImports;

    /// <summary>The folder of our own targets.</summary>
    public static readonly string Targets =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(ItemLocator).Assembly.Location)!, "..", "..", "targets"));

    private ProjectCollection? _collection;
    private Project? _project;

    public Project Project => _project ??= new Project(
        projectFile, globalProperties.ToDictionary(), toolsVersion: null, _collection ??= ReadOnly(), Tolerant);

    public Place Locate(Origin origin)
    {
        if (origin is { File: { } file, Line: > 0 })
        {
            return new Place(file, origin.Line, origin.Column);
        }

        var place = origin == Origin.Root ? PlaceOf(Project.Xml.Location)
            : origin.ItemType.Length > 0 ? OfItem(origin)
            : OfProperty(origin.Name);
        return place ?? new Place(origin.File ?? projectFile, 0, 0);
    }

    /// <summary>MSBuild counts an attribute's column from 0, and all others from 1.</summary>
    public static Place PlaceOf(ProjectMetadata metadatum) => PlaceOf(metadatum.Xml);

    /// <inheritdoc cref="PlaceOf(ProjectMetadata)"/>
    public static Place PlaceOf(ProjectMetadataElement metadatum)
    {
        var place = PlaceOf(metadatum.Location);
        return metadatum.ExpressedAsAttribute ? place with { Column = place.Column + 1 } : place;
    }

    public static Place PlaceOf(ElementLocation location) => new(location.File, location.Line, location.Column);

    private Place? OfItem(Origin origin)
    {
        if (Find(origin) is not { } item)
        {
            return null;
        }

        var place = origin.Metadata is { } name && item.GetMetadata(name) is { } metadatum ? PlaceOf(metadatum) : PlaceOf(item.Xml.Location);
        return RoleItems.PlaceOf(Project, item.Xml, place, origin.Metadata) ?? place;
    }

    /// <summary>Reads faster than a collection whose projects could be edited.</summary>
    private static ProjectCollection ReadOnly() => new(
        globalProperties: null, loggers: null, remoteLoggers: null, ToolsetDefinitionLocations.Default, maxNodeCount: 1,
        onlyLogCriticalEvents: false, loadProjectsReadOnly: true);

    /// <summary>Defaults stand in our own targets, which is no place to send a user to.</summary>
    private Place? OfProperty(string name) =>
        name.Length > 0 && Project.GetProperty(name)?.Xml?.Location is { } location && !IsOurs(location.File) ? PlaceOf(location) : null;

    private static bool IsOurs(string file) => Path.GetDirectoryName(file) == Targets;

    /// <summary>Names need not be unique, and targets may have added items: first by place, then by name.</summary>
    private ProjectItem? Find(Origin origin)
    {
        var items = Project.GetItems(origin.ItemType);
        var index = 0;
        ProjectItem? named = null;
        foreach (var item in items)
        {
            if (string.Equals(item.EvaluatedInclude, origin.Name, StringComparison.OrdinalIgnoreCase))
            {
                if (index == origin.Index)
                {
                    return item;
                }

                named ??= item;
            }

            index++;
        }

        return named;
    }

    public void Dispose() => _collection?.Dispose();
}
