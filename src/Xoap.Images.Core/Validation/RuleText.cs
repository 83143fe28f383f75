using Xoap.Images.Schemas;

namespace Xoap.Images.Validation;

/// <summary>A rule's condition in words.</summary>
internal static class RuleText
{
    /// <summary>" when Communicator is ssh or not set".</summary>
    public static string When(RuleCondition condition)
    {
        var name = SettingName.ToMetadata(condition.Attribute);
        return condition.Test switch
        {
            "set" => condition.Values[0] == "true" ? $" when {name} is set" : $" when {name} is not set",
            "notIn" => $" unless {name} is {Or(condition.Values)}",
            "greaterThan" => $" when {name} is more than {condition.Values[0]}",
            _ => $" when {name} is {Or(condition.Values)}",
        };
    }

    public static IEnumerable<string> Names(IEnumerable<string> attributes) => attributes.Select(SettingName.ToMetadata);

    private static string Or(IEnumerable<string?> values) => string.Join(" or ", values.Select(value => value ?? "not set"));
}
