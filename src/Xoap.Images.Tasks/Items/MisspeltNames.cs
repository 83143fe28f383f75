using System.Buffers;
using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tasks.Items;

/// <summary>
/// MSBuild takes any item type and any property, so that a misspelt one would go unnoticed. A name that the project's
/// files use themselves is one of their own, whatever it resembles.
/// </summary>
internal static class MisspeltNames
{
    private static readonly SearchValues<char> NotLiteral = SearchValues.Create("$@%*?;");

    public static void Check(Project project, DiagnosticBag diagnostics)
    {
        var files = OwnFiles.Of(project).ToArray();
        var parameters = new RoleParameterNames(project);
        foreach (var element in files.SelectMany(file => file.AllChildren))
        {
            switch (element)
            {
                case ProjectItemElement { Parent.Parent: not ProjectTargetElement } item:
                    CheckType(item.ItemType, item);
                    CheckUpdate(item);
                    break;
                case ProjectItemDefinitionElement definition:
                    CheckType(definition.ItemType, definition);
                    break;
                case ProjectPropertyElement { Parent.Parent: not ProjectTargetElement } property
                    when (NearName.OfProperty(property.Name) ?? parameters.Near(property.Name)) is { } closest && !IsUsed("$(", property.Name):
                    diagnostics.Add(SpellingDiagnostics.MisspeltProperty(OriginOf(property), property.Name, closest));
                    break;
                default:
                    break;
            }
        }

        void CheckType(string type, ProjectElement element)
        {
            if (NearName.OfItemType(type) is { } closest && !IsUsed("@(", type))
            {
                diagnostics.Add(SpellingDiagnostics.MisspeltItemType(OriginOf(element), type, closest));
            }
        }

        void CheckUpdate(ProjectItemElement item)
        {
            var changed = item.Update.Length > 0 ? item.Update : item.Remove;
            if (!ItemTypes.All.Any(type => type.Name == item.ItemType) || changed.Length == 0 || changed.AsSpan().IndexOfAny(NotLiteral) >= 0
                || item.Condition.Length > 0 || item.Parent.Condition.Length > 0 || item.Parent.Parent is not ProjectRootElement)
            {
                return;
            }

            if (item.Remove.Length > 0)
            {
                CheckRemove(item);
                return;
            }

            var names = project.GetItemsIgnoringCondition(item.ItemType).Select(known => known.EvaluatedInclude).ToArray();
            if (!names.Contains(item.Update.Trim(), StringComparer.OrdinalIgnoreCase) && !IsRemoved(item))
            {
                diagnostics.Add(SpellingDiagnostics.UpdatesNothing(OriginOf(item), item.ItemType, item.Update, Suggestion.For(item.Update, names)));
            }
        }

        // What was taken out is not among the items, so that the elements have to say whether it was there.
        void CheckRemove(ProjectItemElement item)
        {
            if (item.ItemType == ItemTypes.ImageTest.Name)
            {
                return; // Tests are found by patterns.
            }

            var names = project.Imports.Select(import => import.ImportedProject).Prepend(project.Xml)
                .SelectMany(file => file.Items)
                .Where(other => other.ItemType == item.ItemType && other.Include.Length > 0)
                .SelectMany(other => other.Include.Split(';', StringSplitOptions.TrimEntries))
                .ToArray();
            var isKnown = names.Contains(item.Remove.Trim(), StringComparer.OrdinalIgnoreCase)
                || Array.Exists(names, name => name.AsSpan().IndexOfAny(NotLiteral) >= 0);
            if (!isKnown)
            {
                diagnostics.Add(SpellingDiagnostics.RemovesNothing(OriginOf(item), item.ItemType, item.Remove, Suggestion.For(item.Remove, names)));
            }
        }

        // What stands there to be changed may be taken out later.
        bool IsRemoved(ProjectItemElement item) => files.SelectMany(file => file.Items).Any(other =>
            other.ItemType == item.ItemType && other.Remove.Contains(item.Update, StringComparison.OrdinalIgnoreCase));

        bool IsUsed(string opening, string name) =>
            Array.Exists(files, file => File.ReadAllText(file.FullPath).Contains(opening + name, StringComparison.OrdinalIgnoreCase));
    }

    private static Origin OriginOf(ProjectElement element)
    {
        var place = ItemLocator.PlaceOf(element.Location);
        return Origin.Place(place.File, place.Line, place.Column);
    }
}
