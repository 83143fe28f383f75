using Xoap.Images.Schemas;

namespace Xoap.Images.Validation;

/// <summary>A rule's condition in words.</summary>
internal static class RuleText
{
    /// <summary>" when Communicator is ssh or not set".</summary>
    public static string When(RuleCondition condition, RuleScope scope)
    {
        var name = scope.Words(condition.Attribute);
        return condition.Test switch
        {
            RuleTest.Set => $" when {name} is set",
            RuleTest.NotSet => $" when {name} is not set",
            RuleTest.NoneOf => $" unless {name} is {Or(condition.Values)}",
            RuleTest.GreaterThan => $" when {name} is more than {condition.Values[0]}",
            RuleTest.Matches => $" when {name} is {PatternText.InWords(condition.Values[0]!)}",
            _ => $" when {name} is {Or(condition.Values)}",
        };
    }

    private static string Or(IEnumerable<string?> values) => string.Join(" or ", values.Select(value => value ?? "not set"));
}
