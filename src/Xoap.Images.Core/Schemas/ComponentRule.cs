using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>A check across attributes, as the component itself makes it. What is empty, 0 or false is not set.</summary>
/// <param name="Values">For <see cref="RuleType.Pattern"/> the regular expression; an entry of null stands for "not set".</param>
/// <param name="Condition">Null: always.</param>
internal sealed record ComponentRule(
    RuleType Type, ImmutableArray<RuleGroup> Groups, ImmutableArray<string?> Values, RuleCondition? Condition)
{
    /// <summary>An environment variable can supply what is missing.</summary>
    public bool FromEnvironment { get; init; }

    public IEnumerable<string> Attributes => Groups.SelectMany(group => group.Names);
}

/// <summary>Attributes that count as one; most rules have groups of one.</summary>
/// <param name="Names">Packer's; <c>block.attribute</c> looks into a block.</param>
internal sealed record RuleGroup(ImmutableArray<string> Names);

internal enum RuleType
{
    Required,
    Forbidden,
    ExactlyOne,
    AtLeastOne,
    AtMostOne,
    AllOrNone,

    /// <summary>The first is not greater than the second.</summary>
    Ordered,

    RequiredValue,
    ForbiddenValue,
    Pattern,
}

/// <summary>When a rule applies.</summary>
/// <param name="Values">An entry of null stands for "not set".</param>
internal sealed record RuleCondition(string Attribute, RuleTest Test, ImmutableArray<string?> Values);

internal enum RuleTest
{
    Set,
    NotSet,
    OneOf,
    NoneOf,
    GreaterThan,

    /// <summary>The text matches the regular expression.</summary>
    Matches,
}
