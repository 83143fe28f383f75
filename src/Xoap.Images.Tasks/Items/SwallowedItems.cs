using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tasks.Items;

/// <summary>Compares what the project says with what MSBuild made of it, everywhere where an image takes text.</summary>
internal static class SwallowedItems
{
    public static void Check(Project project, IEnumerable<string> properties, DiagnosticBag diagnostics)
    {
        foreach (var type in ItemTypes.All)
        {
            foreach (var item in project.GetItems(type.Name))
            {
                // What an item has from ItemDefinitionGroup is looked at once, below.
                foreach (var metadatum in item.DirectMetadata)
                {
                    Check(metadatum);
                }
            }

            if (project.ItemDefinitions.TryGetValue(type.Name, out var definition))
            {
                foreach (var metadatum in definition.Metadata)
                {
                    Check(metadatum);
                }
            }
        }

        foreach (var name in properties)
        {
            if (project.GetProperty(name) is { Xml: { } xml } property)
            {
                Compare(name, property.UnevaluatedValue, property.EvaluatedValue, ItemLocator.PlaceOf(xml.Location));
            }
        }

        void Check(ProjectMetadata metadatum) =>
            Compare(metadatum.Name, metadatum.UnevaluatedValue, metadatum.EvaluatedValue, ItemLocator.PlaceOf(metadatum));

        void Compare(string name, string written, string arrived, Place place)
        {
            if (SwallowedText.Check(written, arrived, IsDefined) is { } escaped)
            {
                diagnostics.Add(ReadingDiagnostics.TextSwallowed(
                    Origin.Place(place.File, place.Line, place.Column), name, arrived, escaped));
            }
        }

        // $(pwd) is a command to people and the environment's PWD to MSBuild.
        bool IsDefined(string name) => project.GetProperty(name) is { } property
            ? !property.IsEnvironmentProperty || property.Name == name
            : name.StartsWith("MSBuildThisFile", StringComparison.OrdinalIgnoreCase);
    }
}
