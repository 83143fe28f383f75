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
    ImmutableArray<ComponentRule> Rules);

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
    string Name, bool Repeatable, ImmutableArray<SettingSchema> Attributes, ImmutableArray<BlockSchema> Blocks);

/// <summary>A check across attributes, as the component itself makes it (see the schema data's own description).</summary>
/// <param name="Type">required, forbidden, exactlyOne, atLeastOne, atMostOne, allOrNone, ordered, requiredValue, forbiddenValue.</param>
/// <param name="Condition">Null: always.</param>
internal sealed record ComponentRule(
    string Type, ImmutableArray<string> Attributes, ImmutableArray<string> Values, RuleCondition? Condition);

/// <summary>When a rule applies: the attribute is set, equals, or is (not) one of the values.</summary>
/// <param name="Test">set, equals, in, notIn, greaterThan, matches.</param>
/// <param name="Values">An entry of null stands for "not set".</param>
internal sealed record RuleCondition(string Attribute, string Test, ImmutableArray<string?> Values);
