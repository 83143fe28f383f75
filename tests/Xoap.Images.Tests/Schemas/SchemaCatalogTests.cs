using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tests.Schemas;

public class SchemaCatalogTests
{
    [Fact]
    public void Every_embedded_schema_can_be_read()
    {
        Assert.True(SchemaCatalog.BuilderNames.Count >= 28);
        Assert.All(SchemaCatalog.BuilderNames, name => Assert.NotEmpty(SchemaCatalog.FindBuilder(name)!.Attributes));
        Assert.True(SchemaCatalog.ProvisionerNames.Count >= 10);
        Assert.All(SchemaCatalog.ProvisionerNames, name => Assert.NotEmpty(SchemaCatalog.FindProvisioner(name)!.Attributes));
    }

    [Fact]
    public void Names_are_found_in_any_case() =>
        Assert.Equal("shell-local", SchemaCatalog.FindProvisioner("Shell-Local")!.Name);

    [Fact]
    public void An_unknown_component_has_no_schema()
    {
        Assert.Null(SchemaCatalog.FindBuilder("vmware"));
        Assert.Null(SchemaCatalog.FindProvisioner("../builder/qemu"));
    }

    [Fact]
    public void Plugins_have_a_source_and_built_in_components_none()
    {
        Assert.Equal(new PluginSource("github.com/hashicorp/qemu", "1.1.4"), SchemaCatalog.FindBuilder("qemu")!.Plugin);
        Assert.Null(SchemaCatalog.FindProvisioner("shell")!.Plugin);
    }

    [Theory]
    [InlineData("ssh_timeout", nameof(Impact.Effort))]
    [InlineData("ssh_password", nameof(Impact.Effort))]
    [InlineData("ssh_clear_authorized_keys", nameof(Impact.Content))]
    [InlineData("communicator", nameof(Impact.Content))]
    [InlineData("headless", nameof(Impact.Effort))]
    [InlineData("memory", nameof(Impact.Target))]
    [InlineData("disk_size", nameof(Impact.Content))]
    [InlineData("output_directory", nameof(Impact.Target))]
    [InlineData("qemuargs", nameof(Impact.Content))]
    public void Attributes_say_what_a_change_means(string attribute, string impact) =>
        Assert.Equal(impact, Attribute(attribute).Impact.ToString());

    [Fact]
    public void Attributes_say_what_they_hold()
    {
        Assert.True(Attribute("ssh_password").Secret);
        Assert.Equal(SettingFormat.Path, Attribute("ssh_private_key_file").Format);
        Assert.Equal(SettingFormat.Size, Attribute("disk_size").Format);
        Assert.Equal("JSON list", Attribute("qemuargs").Type.ToString());
        Assert.Equal(5900, Attribute("vnc_port_min").Min);
        Assert.True(Attribute("ssh_wait_timeout").Deprecated);
        Assert.Null(SettingName.Find(SchemaCatalog.FindBuilder("qemu")!.Attributes.AsSpan(), "packer_debug"));
    }

    [Fact]
    public void Conditions_keep_null_for_not_set()
    {
        var rule = SchemaCatalog.FindBuilder("qemu")!.Rules[0];
        Assert.Equal("communicator", rule.Condition!.Attribute);
        Assert.Equal("ssh, unset", string.Join(", ", rule.Condition.Values.Select(value => value ?? "unset")));
    }

    private static SettingSchema Attribute(string name) =>
        SettingName.Find(SchemaCatalog.FindBuilder("qemu")!.Attributes.AsSpan(), name)!;
}
