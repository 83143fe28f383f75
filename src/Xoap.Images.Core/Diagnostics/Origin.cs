namespace Xoap.Images.Diagnostics;

/// <summary>Where a value was written: an item, one of its metadata, or a property. The task turns it into file, line and column.</summary>
/// <param name="ItemType">The item type, or an empty string for a property.</param>
/// <param name="Name">The item's Include or the property's name.</param>
/// <param name="Index">The item's place among the items of its type, from 0: names need not be unique.</param>
/// <param name="Metadata">The metadatum, if the value is one.</param>
/// <param name="File">The file that defines the item; with <paramref name="Line"/>, the place itself.</param>
/// <param name="Line">Line from 1 when the place is already known (a template, a rendered file); otherwise 0.</param>
/// <param name="Column">Column from 1 when it is known; otherwise 0.</param>
internal sealed record Origin(
    string ItemType, string Name, int Index = 0, string? Metadata = null, string? File = null, int Line = 0, int Column = 0)
{
    /// <summary>The package that brought the item; null: the project itself says it.</summary>
    public PackageName? Package { get; init; }

    /// <summary>The project as a whole.</summary>
    public static Origin Project { get; } = new("", "");

    /// <summary>The project's root element, into which something that is missing belongs.</summary>
    public static Origin Root { get; } = new("Project", "");

    public static Origin Property(string name) => new("", name);

    public static Origin Place(string file, int line, int column) => new("", "", File: file, Line: line, Column: column);

    public Origin At(string metadata) => this with { Metadata = metadata };
}

/// <summary>A package in one version.</summary>
internal sealed record PackageName(string Id, string Version)
{
    public override string ToString() => $"{Id} {Version}";
}
