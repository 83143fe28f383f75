using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>What Packer's components check themselves, said earlier and in the project's words.</summary>
internal static class ComponentsHaveWhatTheyNeed
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        var buildersAreTroubled = troubles.WithAny("Builder", "BuilderBlock", "OperatingSystem", "Connection");
        foreach (var variant in definition.Variants)
        {
            // Without its operating system a builder lacks what only that can give; the missing one has been reported.
            var isComplete = variant.OperatingSystem is not null || BuilderTypes.Find(variant.Type)?.NeedsOperatingSystem != true;
            if (isComplete && !buildersAreTroubled && SchemaCatalog.FindBuilder(variant.Component.Name) is { } schema)
            {
                Check(
                    schema, variant.Component, $"Builder '{variant.Name}'", variant.Origin,
                    Names(BuilderTypes.Find(variant.Type)?.Managed ?? []), diagnostics);
            }
        }

        foreach (var provisioner in definition.Provisioners)
        {
            if (!troubles.With(provisioner.Origin)
                && !troubles.WithAny("ProvisionerBlock")
                && SchemaCatalog.FindProvisioner(provisioner.Component.Name) is { } schema)
            {
                var type = ProvisionerTypes.For(provisioner);
                Check(
                    schema, provisioner.Component, $"Provisioner '{provisioner.Name}'", provisioner.Origin,
                    [.. Names(type.Managed), .. type.Own.Select(own => own.Name)], diagnostics);
            }
        }
    }

    /// <param name="ours">Attributes that we set: their rules hold by construction.</param>
    private static void Check(
        ComponentSchema schema, Component component, string subject, Origin origin, ImmutableArray<string> ours, DiagnosticBag diagnostics)
    {
        foreach (var attribute in schema.Attributes)
        {
            if (attribute.Enforced && !IsOurs(ours, attribute.Name) && component.Find(attribute.Name) is null)
            {
                diagnostics.Add(ValidationDiagnostics.AttributeMissing(
                    origin, subject, SettingName.ToMetadata(attribute.Name), schema.Name, ""));
            }
        }

        CheckBlocks(schema.Blocks, component.Blocks, diagnostics);
        foreach (var rule in schema.Rules)
        {
            if (!rule.Attributes.Any(name => IsOurs(ours, name)))
            {
                new ComponentRuleCheck(schema, component, subject, origin, diagnostics).Check(rule);
            }
        }
    }

    private static void CheckBlocks(
        ImmutableArray<BlockSchema> schemas, ImmutableArray<SettingBlock> blocks, DiagnosticBag diagnostics)
    {
        foreach (var block in blocks)
        {
            foreach (var schema in schemas)
            {
                if (schema.Name != block.Name)
                {
                    continue;
                }

                foreach (var attribute in schema.Attributes)
                {
                    if (attribute.Enforced && !block.Settings.Any(setting => setting.Name == attribute.Name))
                    {
                        diagnostics.Add(ValidationDiagnostics.AttributeMissing(
                            block.Origin, $"Block '{block.Origin.Name}'", SettingName.ToMetadata(attribute.Name), schema.Name, ""));
                    }
                }

                CheckBlocks(schema.Blocks, block.Blocks, diagnostics);
            }
        }
    }

    private static ImmutableArray<string> Names(ImmutableArray<ManagedAttribute> managed) =>
        [.. managed.Select(attribute => attribute.Name)];

    private static bool IsOurs(ImmutableArray<string> ours, string name)
    {
        foreach (var candidate in ours)
        {
            if (SettingName.Same(candidate, name))
            {
                return true;
            }
        }

        return false;
    }
}
