using Xoap.Images.Schemas;

namespace Xoap.Images.Tests.Schemas;

public class TypeTests
{
    [Theory]
    [InlineData("linuxshellcommand", "LinuxShellCommand", "shell")]
    [InlineData("SHELL", "shell", "shell")]
    [InlineData("file", "File", "file")]
    [InlineData("windows-update", "windows-update", "windows-update")]
    public void A_provisioner_type_is_found_by_friendly_or_component_name(string name, string expected, string component)
    {
        var type = ProvisionerTypes.Find(name)!;
        Assert.Equal((expected, component), (type.Name, type.Component));
    }

    [Theory]
    [InlineData("qemu", "Qemu")]
    [InlineData("NULL", "Null")]
    public void A_builder_type_is_found_in_any_case(string name, string expected) =>
        Assert.Equal(expected, BuilderTypes.Find(name)!.Name);

    [Fact]
    public void Unknown_names_are_not_found()
    {
        Assert.Null(ProvisionerTypes.Find("LinuxShel"));
        Assert.Null(BuilderTypes.Find("VMware"));
    }

    [Fact]
    public void What_a_type_manages_or_aliases_exists_in_its_component()
    {
        foreach (var type in ProvisionerTypes.Friendly)
        {
            var schema = SchemaCatalog.FindProvisioner(type.Component)!;
            Assert.All(type.Managed, managed => Assert.Contains(schema.Attributes, attribute => attribute.Name == managed.Name));
        }

        foreach (var type in BuilderTypes.Friendly)
        {
            var schema = SchemaCatalog.FindBuilder(type.Component)!;
            var names = type.Managed.Select(managed => managed.Name).Concat(type.Aliases.Where(alias => alias.Block is null).Select(alias => alias.Attribute));
            Assert.All(names, name => Assert.Contains(schema.Attributes, attribute => attribute.Name == name));
            Assert.All(type.Aliases.Where(alias => alias.Block is not null), alias =>
            {
                var block = schema.Blocks.Single(block => block.Name == alias.Block!.Name);
                Assert.Contains(block.Attributes, attribute => attribute.Name == alias.Attribute);
                Assert.True(alias.Block!.Kind is null || block.Attributes.Any(attribute => attribute.Name == alias.Block.Kind));
            });
        }
    }

    [Fact]
    public void Names_list_each_type_once()
    {
        var names = ProvisionerTypes.Names.ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("LinuxShellCommand", names[0]);
        Assert.Contains("shell", names);
    }

    [Fact]
    public void Reserved_names_are_ours_somewhere_or_kept_for_later()
    {
        var ours = ItemTypes.All.SelectMany(type => type.Metadata).Select(metadata => metadata.Name).ToHashSet();
        Assert.Equal(["Layer"], ItemTypes.Reserved.Where(name => !ours.Contains(name)));
    }
}
