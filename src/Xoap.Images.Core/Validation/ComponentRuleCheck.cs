using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation;

/// <summary>Applies the schema's rules to a component, or to one of its blocks.</summary>
internal sealed class ComponentRuleCheck(RuleScope scope, DiagnosticBag diagnostics)
{
    public void Check(ComponentRule rule)
    {
        if (rule.Attributes.Any(scope.IsOurs) || (rule.Condition is { } condition && !Applies(condition)))
        {
            return;
        }

        var when = rule.Condition is null ? "" : RuleText.When(rule.Condition, scope);
        switch (rule.Type)
        {
            case RuleType.Required:
                Require(rule, when);
                break;
            case RuleType.Forbidden:
                foreach (var name in rule.Attributes.Where(scope.IsSet))
                {
                    diagnostics.Add(ValidationDiagnostics.AttributeForbidden(
                        scope.OriginOf(name), scope.SubjectAt(scope.OriginOf(name)), scope.Words(name), scope.Name, when));
                }

                break;
            case RuleType.ExactlyOne or RuleType.AtLeastOne or RuleType.AtMostOne:
                Count(rule, when);
                break;
            case RuleType.AllOrNone:
                AllOrNone(rule, when);
                break;
            case RuleType.Ordered:
                Ordered(rule.Groups[0].Names[0], rule.Groups[1].Names[0]);
                break;
            case RuleType.RequiredValue or RuleType.ForbiddenValue or RuleType.Pattern:
                foreach (var name in rule.Attributes.Where(name => !scope.IsUnknown(name)))
                {
                    CheckValue(rule, name, when);
                }

                break;
            default:
                throw new InvalidOperationException();
        }
    }

    private void Require(ComponentRule rule, string when)
    {
        foreach (var name in rule.Attributes)
        {
            if (!rule.FromEnvironment && !scope.IsSet(name))
            {
                diagnostics.Add(scope.IsBlock(name)
                    ? ComponentDiagnostics.BlockMissing(Cause(rule), scope.Subject, name, scope.Name, when, scope.ToAdd(name))
                    : ValidationDiagnostics.AttributeMissing(Cause(rule), scope.Subject, scope.Words(name), scope.Name, when));
            }
        }
    }

    private void Count(ComponentRule rule, string when)
    {
        var set = rule.Groups.Select(group => group.Names.FirstOrDefault(scope.IsSet)).OfType<string>().ToList();
        if (set.Count == 0 && rule.Type != RuleType.AtMostOne && !rule.FromEnvironment)
        {
            diagnostics.Add(ValidationDiagnostics.NoneIsSet(
                Cause(rule), scope.Subject, rule.Groups.Select(group => string.Join('/', group.Names.Select(scope.Words))), scope.Name, when));
        }

        if (set.Count > 1 && rule.Type != RuleType.AtLeastOne)
        {
            diagnostics.Add(ValidationDiagnostics.SeveralAreSet(
                scope.OriginOf(set[1]), scope.SubjectAt(scope.OriginOf(set[1])), set.Select(scope.Words), scope.Name, when));
        }
    }

    /// <summary>What makes something needed: the setting of the condition if it stands on the same item, or the item.</summary>
    private Origin Cause(ComponentRule rule) =>
        rule.Condition is { } condition && scope.OriginOf(condition.Attribute) is var cause && cause.ItemType == scope.Origin.ItemType
            ? cause
            : scope.Origin;

    private void AllOrNone(ComponentRule rule, string when)
    {
        var set = rule.Attributes.Where(scope.IsSet).ToList();
        if (set.Count > 0 && set.Count < rule.Groups.Length)
        {
            diagnostics.Add(ValidationDiagnostics.SomeAreSet(
                scope.OriginOf(set[0]), scope.SubjectAt(scope.OriginOf(set[0])), rule.Attributes.Select(scope.Words), scope.Name, when));
        }
    }

    private void Ordered(string low, string high)
    {
        if (scope.Number(low) is { } from && scope.Number(high) is { } to && from > to)
        {
            var place = scope.OriginOf(low) is var origin && origin == scope.Origin ? scope.OriginOf(high) : origin;
            diagnostics.Add(ValidationDiagnostics.OutOfOrder(place, scope.Words(low), scope.Words(high)));
        }
    }

    private void CheckValue(ComponentRule rule, string name, string when)
    {
        var isSet = scope.IsSet(name);
        var origin = scope.OriginOf(name) is var own && own != scope.Origin ? own : Cause(rule);
        var subject = scope.SubjectAt(scope.OriginOf(name));
        var values = rule.Values.OfType<string>();
        switch (rule.Type)
        {
            case RuleType.RequiredValue when !HasOneOf(name, rule.Values):
                diagnostics.Add(rule.Values is [""]
                    ? ComponentDiagnostics.EmptyNeeded(origin, subject, scope.Words(name), scope.Name, when)
                    : ValidationDiagnostics.ValueNeeded(origin, subject, scope.Words(name), scope.Name, values, when));
                break;
            case RuleType.ForbiddenValue when HasOneOf(name, rule.Values):
                diagnostics.Add(isSet
                    ? ValidationDiagnostics.ValueForbidden(origin, subject, scope.Words(name), scope.Name, values, when)
                    : ComponentDiagnostics.DefaultRefused(origin, subject, scope.Words(name), scope.Name, Other(name, rule), when));
                break;
            case RuleType.Pattern when isSet && scope.Text(name) is { } text && !text.Contains("{{", StringComparison.Ordinal)
                && !PatternText.IsMatch(rule.Values[0]!, text):
                diagnostics.Add(ComponentDiagnostics.WrongForm(
                    origin, subject, scope.Words(name), text, PatternText.InWords(rule.Values[0]!), when));
                break;
            default:
                break;
        }
    }

    private bool Applies(RuleCondition condition)
    {
        var name = condition.Attribute;
        return condition.Test switch
        {
            RuleTest.Set => scope.IsSet(name),
            RuleTest.NotSet => !scope.IsSet(name),
            _ when scope.IsUnknown(name) => false,
            RuleTest.OneOf => HasOneOf(name, condition.Values),
            RuleTest.NoneOf => !HasOneOf(name, condition.Values),
            RuleTest.GreaterThan => scope.Number(name) > decimal.Parse(condition.Values[0]!, CultureInfo.InvariantCulture),
            RuleTest.Matches => scope.Text(name) is { } text && PatternText.IsMatch(condition.Values[0]!, text),
            _ => throw new InvalidOperationException(),
        };
    }

    private bool HasOneOf(string name, IEnumerable<string?> values)
    {
        var actual = scope.Text(name);
        foreach (var value in values)
        {
            if (value == actual || (value == "false" && actual is null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the attribute takes instead of the refused values, as far as it is known.</summary>
    private IEnumerable<string> Other(string name, ComponentRule rule) =>
        (SettingName.Find(scope.Attributes.AsSpan(), name)?.Allowed ?? []).Except(rule.Values.OfType<string>());
}
