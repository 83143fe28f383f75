using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation;

/// <summary>
/// Rules that ask for an attribute which a later release brought, whatever else is new in the project. They wait until it is known which
/// Packer is going to run: an older one neither has nor needs the attribute.
/// </summary>
internal static class LateRules
{
    public static bool Has(ComponentRule rule, ImmutableArray<SettingSchema> attributes) =>
        rule.Type == RuleType.Required
        && rule.Attributes.All(name => Find(attributes, name)?.Since is not null)
        && (rule.Condition is not { } condition || Find(attributes, condition.Attribute)?.Since is null);

    /// <param name="isThere">Whether the Packer in use has an attribute of a component.</param>
    public static void Check(Variant variant, Func<ComponentSchema, SettingSchema, bool> isThere, DiagnosticBag diagnostics)
    {
        if (SchemaCatalog.FindBuilder(variant.Component.Name) is not { } schema)
        {
            return;
        }

        var check = new ComponentRuleCheck(RuleScopes.Of(variant, schema), diagnostics);
        foreach (var rule in schema.Rules)
        {
            if (Has(rule, schema.Attributes) && rule.Attributes.All(name => isThere(schema, Find(schema.Attributes, name)!)))
            {
                check.Check(rule);
            }
        }
    }

    private static SettingSchema? Find(ImmutableArray<SettingSchema> attributes, string name) => SettingName.Find(attributes.AsSpan(), name);
}
