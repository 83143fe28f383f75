using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>All that a project says about an image, as MSBuild hands it over.</summary>
/// <param name="ProjectDirectory">Absolute; relative paths are relative to it.</param>
/// <param name="Properties">The image's properties by name (ImageName, ImageRole, …), unescaped; an unset one is absent.</param>
/// <param name="Items">Items of all types, in declaration order.</param>
internal sealed record ImageSource(
    string ProjectDirectory, IReadOnlyDictionary<string, string> Properties, IReadOnlyList<Item> Items)
{
    /// <summary>What the records of each BaseImage item say, by its name; one whose records could not be read is absent.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<BuiltImage>> BaseImages { get; init; } = None;

    private static readonly Dictionary<string, ImmutableArray<BuiltImage>> None = [];
}
