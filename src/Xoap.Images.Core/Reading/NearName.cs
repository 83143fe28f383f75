using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>The name of ours that somebody probably meant.</summary>
internal static class NearName
{
    private static readonly ImmutableArray<string> Types = [.. ItemTypes.All.Select(type => type.Name)];

    /// <summary>Null for an item type of ours, and for one that resembles none.</summary>
    public static string? OfItemType(string name) => Of(name, Types);

    /// <summary>Null for a property of ours, and for one that resembles none.</summary>
    public static string? OfProperty(string name) => Of(name, PropertyNames.All);

    private static string? Of(string name, ImmutableArray<string> ours) =>
        ours.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : Suggestion.Closest(name, ours);
}
