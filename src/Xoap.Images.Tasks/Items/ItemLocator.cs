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

    private ProjectCollection? _collection;
    private Project? _project;

    public Project Project => _project ??= new Project(
        projectFile, globalProperties.ToDictionary(), toolsVersion: null, _collection ??= new ProjectCollection(), Tolerant);

    public Place Locate(Origin origin)
    {
        if (origin is { File: { } file, Line: > 0 })
        {
            return new Place(file, origin.Line, origin.Column);
        }

        var location = origin.ItemType.Length > 0 ? OfItem(origin) : OfProperty(origin.Name);
        return location is null
            ? new Place(origin.File ?? projectFile, 0, 0)
            : new Place(location.File, location.Line, location.Column);
    }

    private ElementLocation? OfItem(Origin origin)
    {
        var item = Find(origin);
        var metadata = origin.Metadata is null ? null : item?.GetMetadata(origin.Metadata);
        return metadata?.Location ?? item?.Xml.Location;
    }

    private ElementLocation? OfProperty(string name) =>
        name.Length == 0 ? null : Project.GetProperty(name)?.Xml?.Location;

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
