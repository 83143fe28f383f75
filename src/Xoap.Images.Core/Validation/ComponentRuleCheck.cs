using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation;

/// <summary>Applies the schema's rules to one component. "Set" means a value that is not empty, 0 or false, as Packer sees it.</summary>
internal sealed class ComponentRuleCheck(
    ComponentSchema schema, Component component, string subject, Origin origin, DiagnosticBag diagnostics)
{
    public void Check(ComponentRule rule)
    {
        if (rule.Condition is { } condition && !Applies(condition))
        {
            return;
        }

        var when = rule.Condition is null ? "" : RuleText.When(rule.Condition);
        var set = rule.Attributes.Where(IsSet).ToList();
        switch (rule.Type)
        {
            case "required":
                foreach (var name in rule.Attributes.Where(name => !IsSet(name)))
                {
                    diagnostics.Add(ValidationDiagnostics.AttributeMissing(
                        origin, subject, SettingName.ToMetadata(name), schema.Name, when));
                }

                break;
            case "forbidden":
                foreach (var name in set)
                {
                    diagnostics.Add(ValidationDiagnostics.AttributeForbidden(
                        OriginOf(name), subject, SettingName.ToMetadata(name), schema.Name, when));
                }

                break;
            case "exactlyOne" or "atLeastOne" when set.Count == 0:
                diagnostics.Add(ValidationDiagnostics.NoneIsSet(origin, subject, RuleText.Names(rule.Attributes), schema.Name, when));
                break;
            case "exactlyOne" or "atMostOne" when set.Count > 1:
                diagnostics.Add(ValidationDiagnostics.SeveralAreSet(OriginOf(set[1]), subject, RuleText.Names(set), schema.Name, when));
                break;
            case "allOrNone" when set.Count > 0 && set.Count < rule.Attributes.Length:
                diagnostics.Add(ValidationDiagnostics.SomeAreSet(
                    OriginOf(set[0]), subject, RuleText.Names(rule.Attributes), schema.Name, when));
                break;
            case "ordered" when IsOutOfOrder(rule.Attributes[0], rule.Attributes[1]):
                diagnostics.Add(ValidationDiagnostics.OutOfOrder(
                    OriginOf(component.Find(rule.Attributes[0]) is null ? rule.Attributes[1] : rule.Attributes[0]),
                    SettingName.ToMetadata(rule.Attributes[0]), SettingName.ToMetadata(rule.Attributes[1])));
                break;
            case "requiredValue" when !HasOneOf(rule.Attributes[0], rule.Values!):
                diagnostics.Add(ValidationDiagnostics.ValueNeeded(
                    OriginOf(rule.Attributes[0]), subject, SettingName.ToMetadata(rule.Attributes[0]), schema.Name, rule.Values, when));
                break;
            case "forbiddenValue" when HasOneOf(rule.Attributes[0], rule.Values!):
                diagnostics.Add(ValidationDiagnostics.ValueForbidden(
                    OriginOf(rule.Attributes[0]), subject, SettingName.ToMetadata(rule.Attributes[0]), schema.Name, rule.Values, when));
                break;
            default:
                break;
        }
    }

    private bool Applies(RuleCondition condition)
    {
        if (component.Find(condition.Attribute)?.Value is SettingValue.Expression)
        {
            return false; // known to Packer only
        }

        return condition.Test switch
        {
            "set" => IsSet(condition.Attribute) == (condition.Values[0] == "true"),
            "equals" or "in" => HasOneOf(condition.Attribute, condition.Values),
            "notIn" => !HasOneOf(condition.Attribute, condition.Values),
            "greaterThan" => NumberOf(condition.Attribute) > Parse(condition.Values[0]),
            _ => false,
        };
    }

    private bool HasOneOf(string attribute, IEnumerable<string?> values)
    {
        var actual = IsSet(attribute) ? Scalar(component.Find(attribute)?.Value) : null;
        foreach (var value in values)
        {
            if (value == actual || (value == "false" && actual is null))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSet(string name) => component.Find(name)?.Value switch
    {
        null => component.Blocks.Any(block => block.Name == name),
        SettingValue.Text text => text.Value.Length > 0,
        SettingValue.Flag flag => flag.Value,
        SettingValue.Number number => Parse(number.Value) != 0,
        SettingValue.List list => !list.Values.IsEmpty,
        SettingValue.Map map => !map.Entries.IsEmpty,
        _ => true,
    };

    private bool IsOutOfOrder(string low, string high) => NumberOf(low) is { } from && NumberOf(high) is { } to && from > to;

    /// <summary>The number that Packer would take: what is set, or the attribute's default.</summary>
    private decimal? NumberOf(string name) => component.Find(name)?.Value is SettingValue.Number number
        ? Parse(number.Value)
        : Parse(SettingName.Find(schema.Attributes.AsSpan(), name)?.Default);

    private Origin OriginOf(string name) =>
        component.Find(name)?.Origin ?? component.Blocks.FirstOrDefault(block => block.Name == name)?.Origin ?? origin;

    private static string? Scalar(SettingValue? value) => value switch
    {
        SettingValue.Text text => text.Value,
        SettingValue.Flag flag => flag.Value ? "true" : "false",
        SettingValue.Number number => number.Value,
        _ => "\0", // set, but equal to no value of a rule
    };

    private static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
