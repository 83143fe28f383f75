using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>Whether what a test chooses images by is there to be chosen. Tests that are written elsewhere meet images that they cannot know.</summary>
internal sealed class TestChoices(IReadOnlyCollection<string> systems, ImmutableArray<MapEntry> tags, ReadingContext context)
{
    /// <param name="item">A test of the project: it is written there, or found by the SDK's patterns.</param>
    public void Check(Item item, TestSelection selection)
    {
        var origin = item.Origin;
        foreach (var system in selection.Limits.OperatingSystems.Where(name => systems.Count > 0 && !systems.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            context.Report(TestDiagnostics.ChoosesNothing(
                origin.At("OperatingSystems"), item.Name, "OperatingSystems", system, "the project has no operating system of that name", Suggestion.For(system, systems)));
        }

        foreach (var tag in selection.Tags.Where(tag => !tags.Any(known => Is(known, tag))))
        {
            context.Report(TestDiagnostics.ChoosesNothing(
                origin.At("Tags"), item.Name, "Tags", tag, "ImageTags has no such tag", Suggestion.For(tag, tags.SelectMany(Spellings))));
        }
    }

    private static bool Is(MapEntry tag, string wanted) =>
        string.Equals(tag.Key, wanted, StringComparison.OrdinalIgnoreCase)
        || (wanted.StartsWith(tag.Key + "=", StringComparison.OrdinalIgnoreCase)
            && (tag.Value is not SettingValue.Text text || text.Value == wanted[(tag.Key.Length + 1)..]));

    private static IEnumerable<string> Spellings(MapEntry tag) => tag.Value is SettingValue.Text text ? [tag.Key, $"{tag.Key}={text.Value}"] : [tag.Key];
}
