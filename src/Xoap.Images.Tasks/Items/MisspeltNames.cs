using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;

namespace Xoap.Images.Tasks.Items;

/// <summary>
/// MSBuild takes any item type and any property, so that a misspelt one would go unnoticed. A name that the project's
/// files use themselves is one of their own, whatever it resembles.
/// </summary>
internal static class MisspeltNames
{
    public static void Check(Project project, DiagnosticBag diagnostics)
    {
        var files = OwnFiles.Of(project).ToArray();
        foreach (var element in files.SelectMany(file => file.AllChildren))
        {
            switch (element)
            {
                case ProjectItemElement { Parent.Parent: not ProjectTargetElement } item:
                    CheckType(item.ItemType, item);
                    break;
                case ProjectItemDefinitionElement definition:
                    CheckType(definition.ItemType, definition);
                    break;
                case ProjectPropertyElement { Parent.Parent: not ProjectTargetElement } property
                    when NearName.OfProperty(property.Name) is { } closest && !IsUsed("$(", property.Name):
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

        bool IsUsed(string opening, string name) =>
            Array.Exists(files, file => File.ReadAllText(file.FullPath).Contains(opening + name, StringComparison.OrdinalIgnoreCase));
    }

    private static Origin OriginOf(ProjectElement element)
    {
        var place = ItemLocator.PlaceOf(element.Location);
        return Origin.Place(place.File, place.Line, place.Column);
    }
}
