using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>An MSBuild item as plain data: all that Reading knows of MSBuild.</summary>
/// <param name="Type">The item type: <c>Provisioner</c>.</param>
/// <param name="Name">The Include, unescaped.</param>
/// <param name="Metadata">Custom metadata without regard to case, still with MSBuild's %xx escapes, so that %3B is no separator.</param>
/// <param name="Defaults">What ItemDefinitionGroup gives every item of the type, escaped: a default that a type does not know is ignored.</param>
internal sealed record Item(
    string Type,
    string Name,
    IReadOnlyDictionary<string, string> Metadata,
    IReadOnlyDictionary<string, string> Defaults,
    Origin Origin);
