using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>What Packer's components check themselves, said earlier and in the project's words.</summary>
internal static class ComponentsHaveWhatTheyNeed
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var variant in definition.Variants)
        {
            // Without its operating system a builder lacks what only that can give; the missing one has been reported.
            var type = BuilderTypes.Find(variant.Type);
            var isComplete = variant.OperatingSystem is not null || type?.NeedsOperatingSystem != true;
            if (isComplete && !troubles.WithVariant(variant) && SchemaCatalog.FindBuilder(variant.Component.Name) is { } schema)
            {
                Check(RuleScopes.Of(variant, schema), type, diagnostics);
            }
        }

        foreach (var provisioner in definition.Provisioners)
        {
            if (!troubles.With(provisioner.Origin)
                && !troubles.WithAny("ProvisionerBlock")
                && SchemaCatalog.FindProvisioner(provisioner.Component.Name) is { } schema)
            {
                Check(RuleScopes.Of(provisioner, schema), null, diagnostics);
            }
        }
    }

    /// <param name="type">The builder's; null for a provisioner.</param>
    public static void Check(RuleScope scope, BuilderType? type, DiagnosticBag diagnostics)
    {
        foreach (var attribute in scope.Attributes)
        {
            if (attribute.Enforced && attribute.Env.IsEmpty && !IsThere(scope, attribute.Name))
            {
                diagnostics.Add(ValidationDiagnostics.AttributeMissing(
                    scope.Origin, scope.Subject, SettingName.ToMetadata(attribute.Name), scope.Name, ""));
            }
        }

        foreach (var block in scope.BlockSchemas)
        {
            CheckBlocks(scope, block, type, diagnostics);
        }

        var check = new ComponentRuleCheck(scope, diagnostics);
        foreach (var rule in scope.Rules)
        {
            check.Check(rule);
        }
    }

    private static void CheckBlocks(RuleScope scope, BlockSchema schema, BuilderType? type, DiagnosticBag diagnostics)
    {
        var count = 0;
        foreach (var block in scope.Blocks)
        {
            if (block.Name != schema.Name)
            {
                continue;
            }

            if (++count == schema.MaxItems + 1)
            {
                diagnostics.Add(ComponentDiagnostics.TooManyBlocks(
                    block.Origin, scope.Subject, schema.Name, scope.Name, count - 1));
            }

            Check(RuleScopes.Of(scope, block, schema, type), null, diagnostics);
        }

        if (schema.Enforced && count == 0 && !scope.IsOurs(schema.Name))
        {
            diagnostics.Add(ComponentDiagnostics.BlockMissing(scope.Origin, scope.Subject, schema.Name, scope.Name, "", scope.ToAdd(schema.Name)));
        }
    }

    /// <summary>A zero is a value here, other than in rules.</summary>
    private static bool IsThere(RuleScope scope, string attribute) =>
        scope.IsOurs(attribute) || scope.IsSet(attribute) || scope.Settings.Any(setting => setting.Name == attribute);
}
