using Microsoft.Build.Evaluation;
using Microsoft.Build.Utilities;
using Xoap.Images.Reading;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tasks.Items;

/// <summary>The items of a project as evaluation leaves them, before any target adds some.</summary>
internal static class ProjectParts
{
    public static List<Item> Of(Project project)
    {
        var instance = project.CreateProjectInstance();
        var items = new List<Item>();
        foreach (var type in ItemTypes.All)
        {
            var defaults = project.ItemDefinitions.TryGetValue(type.Name, out var definition)
                ? definition.Metadata.ToDictionary(metadatum => metadatum.Name, metadatum => metadatum.EvaluatedValue)
                : [];
            TaskItems.Add(items, type.Name, [.. instance.GetItems(type.Name), new TaskItem(TaskItems.Probe, defaults)]);
        }

        return items;
    }
}
