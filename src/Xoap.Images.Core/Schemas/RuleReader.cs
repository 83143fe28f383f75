using System.Collections.Immutable;
using System.Text.Json;

namespace Xoap.Images.Schemas;

/// <summary>Reads the rules of the embedded data.</summary>
internal static class RuleReader
{
    public static ImmutableArray<ComponentRule> Read(JsonElement json)
    {
        var rules = ImmutableArray.CreateBuilder<ComponentRule>(json.GetArrayLength());
        foreach (var rule in json.EnumerateArray())
        {
            rules.Add(Rule(rule));
        }

        return rules.ToImmutable();
    }

    private static ComponentRule Rule(JsonElement json)
    {
        RuleType? type = null;
        ImmutableArray<RuleGroup> groups = [];
        ImmutableArray<string?> values = [];
        RuleCondition? condition = null;
        var fromEnvironment = false;
        foreach (var part in json.EnumerateObject())
        {
            switch (part.Name)
            {
                case "type":
                    type = Type(part.Value.GetString()!);
                    break;
                case "attributes":
                    groups = Groups(part.Value);
                    break;
                case "values" or "pattern":
                    values = Values(part.Value);
                    break;
                case "if":
                    condition = Condition(part.Value);
                    break;
                case "env":
                    fromEnvironment = true;
                    break;
                default:
                    throw new InvalidDataException($"A rule has an unknown part '{part.Name}'.");
            }
        }

        return new ComponentRule(type!.Value, groups, values, condition) { FromEnvironment = fromEnvironment };
    }

    private static RuleType Type(string type) => type switch
    {
        "required" => RuleType.Required,
        "forbidden" => RuleType.Forbidden,
        "exactlyOne" or "exactlyOneOfGroups" => RuleType.ExactlyOne,
        "atLeastOne" => RuleType.AtLeastOne,
        "atMostOne" or "atMostOneOfGroups" => RuleType.AtMostOne,
        "allOrNone" => RuleType.AllOrNone,
        "ordered" => RuleType.Ordered,
        "requiredValue" => RuleType.RequiredValue,
        "forbiddenValue" => RuleType.ForbiddenValue,
        "pattern" => RuleType.Pattern,
        _ => throw new InvalidDataException($"Unknown type of rule '{type}'."),
    };

    private static RuleCondition Condition(JsonElement json)
    {
        foreach (var part in json.EnumerateObject())
        {
            if (part.Name != "attribute")
            {
                var test = part.Name switch
                {
                    "set" => part.Value.GetBoolean() ? RuleTest.Set : RuleTest.NotSet,
                    "equals" or "in" => RuleTest.OneOf,
                    "notIn" => RuleTest.NoneOf,
                    "greaterThan" => RuleTest.GreaterThan,
                    "matches" => RuleTest.Matches,
                    _ => throw new InvalidDataException($"Unknown condition '{part.Name}'."),
                };
                return new RuleCondition(json.GetProperty("attribute").GetString()!, test, Values(part.Value));
            }
        }

        throw new InvalidDataException("A condition without a test.");
    }

    /// <summary>Attributes stand for themselves, or in lists that count as one.</summary>
    private static ImmutableArray<RuleGroup> Groups(JsonElement json)
    {
        var groups = ImmutableArray.CreateBuilder<RuleGroup>(json.GetArrayLength());
        foreach (var group in json.EnumerateArray())
        {
            groups.Add(new RuleGroup(Values(group)!));
        }

        return groups.ToImmutable();
    }

    /// <summary>Values as settings hold them: true and false in lower case; null stands for "not set".</summary>
    private static ImmutableArray<string?> Values(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return [Scalar(json)];
        }

        var values = ImmutableArray.CreateBuilder<string?>(json.GetArrayLength());
        foreach (var value in json.EnumerateArray())
        {
            values.Add(Scalar(value));
        }

        return values.ToImmutable();
    }

    private static string? Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        _ => json.GetRawText(),
    };
}
