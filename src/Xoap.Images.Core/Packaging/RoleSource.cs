using System.Collections.Immutable;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Packaging;

/// <summary>What a role project says, as it is written: what its package says elsewhere.</summary>
/// <param name="ProjectDirectory">Absolute, with '/'.</param>
/// <param name="Parameters">Properties that a consumer may set.</param>
internal sealed record RoleSource(
    string PackageId, string PackageVersion, string ProjectDirectory,
    ImmutableArray<RoleParameter> Parameters, ImmutableArray<RoleItemGroup> Groups)
{
    /// <summary>What ItemDefinitionGroup says, by item type.</summary>
    public ImmutableArray<(string ItemType, RoleMetadatum Metadatum)> Defaults { get; init; } = [];
}

/// <summary>A property of a <c>PropertyGroup Label="Parameters"</c>.</summary>
/// <param name="Comment">What stands above it; empty when nothing does.</param>
/// <param name="Folder">Of the file that it is written in; absolute, with '/'.</param>
internal sealed record RoleParameter(string Name, string Text, string Condition, string Comment, string Folder, Origin Origin);

/// <summary>An ItemGroup with what travels of it.</summary>
internal sealed record RoleItemGroup(string Condition, ImmutableArray<RoleItem> Items);

/// <summary>An item element.</summary>
/// <param name="Type">The item type.</param>
/// <param name="Verb">Include, Update or Remove.</param>
/// <param name="Names">The attribute's text as written.</param>
/// <param name="Folder">Of the file that it is written in; absolute, with '/'.</param>
internal sealed record RoleItem(
    string Type, string Verb, string Names, string Condition, ImmutableArray<RoleMetadatum> Metadata, string Folder, Origin Origin);

/// <param name="IsAttribute">Written as an attribute, not as an element of its own.</param>
internal sealed record RoleMetadatum(string Name, string Text, string Condition, bool IsAttribute, Origin Origin);

/// <summary>What MSBuild knows of the role project's properties.</summary>
/// <param name="Expand">What it makes of a text with references such as <c>$(Name)</c>.</param>
/// <param name="IsFromEnvironment">Whether only the environment gives the property of that name a value.</param>
internal sealed record RoleProperties(Func<string, string> Expand, Func<string, bool> IsFromEnvironment);
