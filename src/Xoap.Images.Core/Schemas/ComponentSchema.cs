using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>What a Packer component accepts.</summary>
/// <param name="Plugin">Null for a component that is part of Packer itself.</param>
internal sealed record ComponentSchema(
    ComponentKind Kind,
    string Name,
    PluginSource? Plugin,
    ImmutableArray<SettingSchema> Attributes,
    ImmutableArray<BlockSchema> Blocks,
    ImmutableArray<ComponentRule> Rules)
{
    public ImmutableArray<RemovedAttribute> Removed { get; init; } = [];
}

internal enum ComponentKind
{
    Builder,
    Provisioner,
    PostProcessor,
}

/// <summary>Where a plugin comes from, for <c>required_plugins</c>.</summary>
/// <param name="Source">github.com/hashicorp/qemu</param>
/// <param name="Version">The version that the schema was read from.</param>
internal sealed record PluginSource(string Source, string Version);

/// <summary>A nested block.</summary>
/// <param name="Repeatable">May stand more than once.</param>
internal sealed record BlockSchema(
    string Name, bool Repeatable, ImmutableArray<SettingSchema> Attributes, ImmutableArray<BlockSchema> Blocks)
{
    /// <summary>The component always fails without one.</summary>
    public bool Enforced { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>They hold within each block of that name.</summary>
    public ImmutableArray<ComponentRule> Rules { get; init; } = [];

    public ImmutableArray<RemovedAttribute> Removed { get; init; } = [];
}

/// <summary>An attribute that the newest plugin does not have any more.</summary>
/// <param name="LastVersion">Of the plugin, that had it.</param>
internal sealed record RemovedAttribute(string Name, string LastVersion);
