using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation;

/// <summary>Makes the scopes of builders, provisioners and the blocks in them.</summary>
internal static class RuleScopes
{
    private static readonly string[] AnswerFiles = ["cd_files"];

    public static RuleScope Of(Variant variant, ComponentSchema schema)
    {
        var type = BuilderTypes.Find(variant.Type);
        var scope = new RuleScope(
            $"Builder '{variant.Name}'", schema.Name, variant.Origin, $"<BuilderBlock Include=\"…\" Builder=\"{variant.Name}\"");
        return Of(scope, variant.Component, schema) with
        {
            Rules = [.. schema.Rules.Where(rule => !LateRules.Has(rule, schema.Attributes))],
            Ours = [.. type?.Managed.Select(managed => managed.Name) ?? []],
            Aliases = type?.Aliases ?? [],
            Answers = AnswersOf(variant),
        };
    }

    public static RuleScope Of(Provisioner provisioner, ComponentSchema schema)
    {
        var type = ProvisionerTypes.For(provisioner);
        var scope = new RuleScope(
            $"Provisioner '{provisioner.Name}'", schema.Name, provisioner.Origin,
            $"<ProvisionerBlock Include=\"…\" Provisioner=\"{provisioner.Name}\"");
        return Of(scope, provisioner.Component, schema) with
        {
            Ours = [.. type.Managed.Select(managed => managed.Name), .. type.Own.Select(own => own.Name)],
        };
    }

    /// <param name="type">The builder's, which may set attributes of the block.</param>
    public static RuleScope Of(RuleScope owner, SettingBlock block, BlockSchema schema, BuilderType? type) =>
        new($"Block '{block.Origin.Name}'", schema.Name, block.Origin, owner.Block)
        {
            Within = $" In=\"{block.Origin.Name}\"",
            Attributes = schema.Attributes,
            BlockSchemas = schema.Blocks,
            Rules = schema.Rules,
            Settings = block.Settings,
            Blocks = block.Blocks,
            Ours =
            [
                .. type?.Names.Where(name => name.Block == block.Name).Select(name => name.Attribute) ?? [],
                .. ReferenceEquals(block, owner.Answers) ? AnswerFiles : [],
            ],
        };

    /// <summary>The block whose CD carries the answer file; null: there is none.</summary>
    public static SettingBlock? AnswersOf(Variant variant) =>
        variant.OperatingSystem is { } system && system.Find("AnswerFile") is not null
        && system.Find("AnswerFileMedium")?.Value is null or SettingValue.Text { Value: InstallerMedia.Cd }
            ? InstallerMedia.EmptyCd(variant.Component.Blocks)
            : null;

    private static RuleScope Of(RuleScope scope, Component component, ComponentSchema schema) => scope with
    {
        Attributes = schema.Attributes,
        BlockSchemas = schema.Blocks,
        Rules = schema.Rules,
        Settings = component.Settings,
        Blocks = component.Blocks,
    };
}
