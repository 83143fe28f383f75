using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;
using Xoap.Images.Validation.Rules;

namespace Xoap.Images.Tests.Validation;

/// <summary>All rules of all components: the code knows them, and they speak of what exists.</summary>
public class EveryRuleTests
{
    private static readonly Origin Place = new("Builder", "b");

    public static TheoryData<string> Components => new(Every.Component().Select(component => $"{component.Kind}/{component.Name}"));

    [Theory]
    [MemberData(nameof(Components))]
    public void An_empty_component_is_checked(string name)
    {
        var component = Find(name);
        var problems = Check(Scope(component));
        var needed = component.Attributes.Where(attribute => attribute.Enforced && attribute.Env.IsEmpty)
            .Select(attribute => $" has no {SettingName.ToMetadata(attribute.Name)}, ")
            .Concat(component.Blocks.Where(block => block.Enforced).Select(block => $" has no block {block.Name}, "));
        Assert.All(needed, sentence => Assert.Single(problems, problem => problem.Message.Contains(sentence, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void A_full_component_is_checked(string name)
    {
        var component = Find(name);
        var full = Scope(component) with { Settings = Values(component.Attributes), Blocks = Blocks(component.Blocks) };
        var missing = new[] { "XIMG2030", "XIMG2032", "XIMG2034", "XIMG2050" };
        Assert.DoesNotContain(Check(full), problem => missing.Contains(problem.Code));
    }

    [Fact]
    public void Rules_and_conditions_speak_of_what_exists()
    {
        var rules = Rules().ToList();
        Assert.True(rules.Count > 300);
        foreach (var (scope, rule) in rules)
        {
            Assert.All(rule.Attributes, path => Assert.True(Exists(scope, path), $"{scope.Name}: {path}"));
            Assert.True(rule.Condition is null || Exists(scope, rule.Condition.Attribute), $"{scope.Name}: {rule.Condition}");
            Assert.All(rule.Values.Concat(rule.Condition?.Values ?? []).OfType<string>(), value => Assert.DoesNotContain("[]", value));
        }
    }

    [Fact]
    public void Every_type_of_rule_and_every_condition_occurs()
    {
        Assert.Equal(Enum.GetValues<RuleType>(), Rules().Select(rule => rule.Rule.Type).Distinct().Order());
        var conditions = Rules().Select(rule => rule.Rule.Condition).OfType<RuleCondition>();
        Assert.Equal(Enum.GetValues<RuleTest>(), conditions.Select(condition => condition.Test).Distinct().Order());
        Assert.Contains(Rules(), rule => rule.Rule.Groups.Any(group => group.Names.Length > 1));
        Assert.Contains(Rules(), rule => rule.Rule.FromEnvironment);
    }

    [Fact]
    public void Regular_expressions_have_words()
    {
        var patterns = Rules().Where(rule => rule.Rule.Type == RuleType.Pattern).Select(rule => rule.Rule.Values[0]!)
            .Concat(Rules().Select(rule => rule.Rule.Condition).OfType<RuleCondition>()
                .Where(condition => condition.Test == RuleTest.Matches).Select(condition => condition.Values[0]!))
            .Concat(Every.Attribute().Select(attribute => attribute.Schema.Pattern).OfType<string>())
            .Distinct().ToList();
        Assert.Equal(4, patterns.Count);
        Assert.All(patterns, pattern => Assert.DoesNotContain("regular expression", PatternText.InWords(pattern)));
    }

    [Fact]
    public void A_refused_default_leaves_other_values()
    {
        var refused = Rules().Where(rule => rule.Rule.Type == RuleType.ForbiddenValue && rule.Rule.Values.Contains(null)).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, rule => Assert.NotEmpty(
            SettingName.Find(rule.Scope.Attributes.AsSpan(), rule.Rule.Attributes.Single())!.Allowed.Except(rule.Rule.Values.OfType<string>())));
    }

    private static ComponentSchema Find(string name) =>
        Every.Component().Single(component => $"{component.Kind}/{component.Name}" == name);

    private static RuleScope Scope(ComponentSchema component) => new("Builder 'b'", component.Name, Place, "<BuilderBlock")
    {
        Attributes = component.Attributes,
        BlockSchemas = component.Blocks,
        Rules = component.Rules,
    };

    private static DiagnosticBag Check(RuleScope scope)
    {
        var bag = new DiagnosticBag();
        ComponentsHaveWhatTheyNeed.Check(scope, null, bag);
        return bag;
    }

    private static IEnumerable<(RuleScope Scope, ComponentRule Rule)> Rules() => Every.Component()
        .SelectMany(component => Scopes(Scope(component)))
        .SelectMany(scope => scope.Rules.Select(rule => (scope, rule)));

    private static IEnumerable<RuleScope> Scopes(RuleScope scope) => scope.BlockSchemas
        .SelectMany(block => Scopes(RuleScopes.Of(scope, new SettingBlock(block.Name, [], [], Place), block, null)))
        .Prepend(scope);

    private static bool Exists(RuleScope scope, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? SettingName.Find(scope.Attributes.AsSpan(), path) is not null || scope.IsBlock(path)
            : scope.BlockSchemas.FirstOrDefault(block => block.Name == path[..dot]) is { } inner
                && Exists(scope with { Attributes = inner.Attributes, BlockSchemas = inner.Blocks }, path[(dot + 1)..]);
    }

    private static ImmutableArray<SettingBlock> Blocks(ImmutableArray<BlockSchema> schemas) =>
        [.. schemas.Select(schema => new SettingBlock(schema.Name, Values(schema.Attributes), Blocks(schema.Blocks), Place))];

    private static ImmutableArray<Setting> Values(ImmutableArray<SettingSchema> schemas) =>
        [.. schemas.Select(schema => new Setting(schema.Name, Value(schema, schema.Type), schema.Impact, Place))];

    private static SettingValue Value(SettingSchema schema, SettingType type) => type.Kind switch
    {
        SettingKind.Flag => new SettingValue.Flag(true),
        SettingKind.Number => new SettingValue.Number("7"),
        SettingKind.Text => new SettingValue.Text(schema.Allowed.FirstOrDefault("text")),
        SettingKind.List => new SettingValue.List([Value(schema, type.Element!)]),
        _ => new SettingValue.Map([new MapEntry("key", Value(schema, type.Element!))]),
    };
}
