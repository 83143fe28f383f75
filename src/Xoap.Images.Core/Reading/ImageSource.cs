namespace Xoap.Images.Reading;

/// <summary>All that a project says about an image, as MSBuild hands it over.</summary>
/// <param name="ProjectDirectory">Absolute; relative paths are relative to it.</param>
/// <param name="Properties">The image's properties by name (ImageName, ImageRole, …), unescaped; an unset one is absent.</param>
/// <param name="Items">Items of all types, in declaration order.</param>
internal sealed record ImageSource(
    string ProjectDirectory, IReadOnlyDictionary<string, string> Properties, IReadOnlyList<Item> Items);
