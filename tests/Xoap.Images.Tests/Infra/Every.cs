using System.Collections.Immutable;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tests.Infra;

/// <summary>All embedded schemas, for tests of the data.</summary>
internal static class Every
{
    public static IEnumerable<ComponentSchema> Component() =>
    [
        .. SchemaCatalog.BuilderNames.Select(name => SchemaCatalog.FindBuilder(name)!),
        .. SchemaCatalog.ProvisionerNames.Select(name => SchemaCatalog.FindProvisioner(name)!),
    ];

    /// <summary>Attributes of components and of their blocks: <c>disks.storage_pool</c>.</summary>
    public static IEnumerable<(ComponentSchema Component, string Path, SettingSchema Schema)> Attribute() =>
        Component().SelectMany(component => Within(component.Attributes, component.Blocks, "")
            .Select(attribute => (component, attribute.Path, attribute.Schema)));

    private static IEnumerable<(string Path, SettingSchema Schema)> Within(
        ImmutableArray<SettingSchema> attributes, ImmutableArray<BlockSchema> blocks, string prefix) =>
        attributes.Select(attribute => (prefix + attribute.Name, attribute))
            .Concat(blocks.SelectMany(block => Within(block.Attributes, block.Blocks, $"{prefix}{block.Name}.")));
}
