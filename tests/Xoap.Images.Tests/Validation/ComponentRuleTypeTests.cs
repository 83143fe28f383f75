using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;
using Xoap.Images.Validation.Rules;
using static Xoap.Images.Tests.Validation.ImageRulesTests;

namespace Xoap.Images.Tests.Validation;

/// <summary>Each type of rule and condition on a component that has it.</summary>
public class ComponentRuleTypeTests
{
    [Fact]
    public void One_of_several_groups_is_needed() => Read.IsProblem(
        Azure(),
        "XIMG2032",
        "Builder.b",
        "Builder 'b' has none of ImagePublisher/ImageOffer/ImageSku, ImageUrl, CustomManagedImageName/CustomManagedImageResourceGroupName, block shared_image_gallery, of which Packer's azure-arm needs one. Write one of them.");

    [Fact]
    public void Only_one_of_several_groups_is_taken() => Read.IsProblem(
        Azure([At("image_publisher", "a"), At("image_offer", "b"), At("image_sku", "c"), At("image_url", "https://x/d.vhd")]),
        "XIMG2033",
        "Builder.b.image_url",
        "Builder 'b' has ImagePublisher and ImageUrl, of which Packer's azure-arm takes only one. Keep one of them.");

    [Fact]
    public void A_block_counts_in_a_group() => Read.IsProblem(
        Azure([At("image_url", "https://x/d.vhd")], new SettingBlock("shared_image_gallery", [A.Text("id", "/x")], [], new("BuilderBlock", "base"))),
        "XIMG2033",
        "BuilderBlock.base",
        "Builder 'b' has ImageUrl and block shared_image_gallery, of which Packer's azure-arm takes only one. Keep one of them.");

    [Fact]
    public void Groups_exclude_each_other() => Assert.Equal(
        "XIMG2033", Assert.Single(Check("file", A.Text("destination", "/a"), A.Text("sources", "a"), A.Text("content", "b"))).Code);

    [Fact]
    public void Alternatives_of_one_group_do_not_exclude_each_other() =>
        Assert.Empty(Check("file", A.Text("destination", "/a"), A.Text("source", "a"), A.Text("sources", "b")));

    [Fact]
    public void A_rule_holds_within_each_block()
    {
        var (one, two) = (new Origin("BuilderBlock", "one"), new Origin("BuilderBlock", "two"));
        var problem = Assert.Single(CheckAll(
            SchemaCatalog.FindBuilder("proxmox-clone")!,
            [],
            new SettingBlock("pci_devices", [A.Text("host", "0000:01:00.0")], [], one),
            new SettingBlock("pci_devices", [], [], two)), problem => problem.Origin.ItemType == "BuilderBlock");
        Assert.Equal(("XIMG2032", two), (problem.Code, problem.Origin));
        Assert.Equal("Block 'two' has none of Host, Mapping, of which Packer's pci_devices needs one. Write one of them.", problem.Message);
    }

    [Fact]
    public void A_text_has_the_form_that_a_rule_asks_for()
    {
        var version = new Origin("BuilderBlock", "to", Metadata: "ImageVersion");
        var destination = new SettingBlock(
            "shared_image_gallery_destination", [A.Text("image_version", "1.2") with { Origin = version }], [], new("BuilderBlock", "to"));
        Read.IsProblem(
            Azure([At("image_url", "https://x/d.vhd")], destination),
            "XIMG2052",
            "BuilderBlock.to.ImageVersion",
            "Block 'to' has ImageVersion=\"1.2\", but it takes three numbers, such as 1.0.0.");
    }

    [Fact]
    public void A_condition_may_be_a_regular_expression() => Assert.Contains(
        CheckBuilder("vmware-vmx", A.Text("source_path", "/a.OVA")),
        problem => problem.Message == "Builder 'b' has no GuestOsType, which Packer's vmware-vmx needs when SourcePath is the path of an .ova or .ovf file. Write GuestOsType=\"…\".");

    [Fact]
    public void A_condition_that_does_not_match_asks_for_nothing() => Assert.DoesNotContain(
        CheckBuilder("vmware-vmx", A.Text("source_path", "/a.vmx")),
        problem => problem.Message.Contains("GuestOsType", StringComparison.Ordinal));

    [Fact]
    public void An_attribute_of_a_block_and_one_of_the_component_exclude_each_other()
    {
        var place = new Origin("BuilderBlock", "host", Metadata: "Tenancy");
        var placement = new SettingBlock("placement", [A.Text("tenancy", "host") with { Origin = place }], [], new Origin("BuilderBlock", "host"));
        var problem = Assert.Single(
            Check(SchemaCatalog.FindBuilder("amazon-ebsvolume")!, [A.Text("tenancy", "dedicated")], placement), problem => problem.Origin == place);
        Assert.Equal(
            "Builder 'b' has Tenancy and Tenancy of block placement, of which Packer's amazon-ebsvolume takes only one. Keep one of them.",
            problem.Message);
    }

    [Fact]
    public void A_number_may_be_the_condition() => Assert.Equal(
        ["XIMG2030", "XIMG2036"],
        Google(A.Number("accelerator_count", "1")).Select(problem => problem.Code).Order());

    [Fact]
    public void A_number_that_is_not_greater_asks_for_nothing() => Assert.Empty(Google(A.Number("accelerator_count", "0")));

    [Fact]
    public void A_value_is_needed_for_each_attribute_of_a_rule() => Assert.Equal(
        ["XIMG2036 VvtdEnabled", "XIMG2036 NestedHV"],
        CheckBuilder("vsphere-clone", A.Flag("vbs_enabled"), A.Text("firmware", "efi-secure"))
            .Where(problem => problem.Code == "XIMG2036")
            .Select(problem => $"{problem.Code} {problem.Message.Split('"')[0].Split(' ')[^1].TrimEnd('=')}"));

    [Fact]
    public void A_value_is_refused_for_each_attribute_of_a_rule() => Assert.Equal(
        2,
        CheckBuilder("hyperv-iso", A.Number("generation", "2"), A.Flag("use_fixed_vhd_format"), A.Flag("use_legacy_network_adapter"))
            .Count(problem => problem.Code == "XIMG2037"));

    [Fact]
    public void A_default_may_be_refused_and_a_value_may_have_to_be_empty() => Assert.Equal(
        [
            "XIMG2054 Builder.b.Communicator Builder 'b' has no GuestAdditionsMode, and Packer's virtualbox-vm refuses its own default when Communicator is none. Write one of: disable, attach.",
            "XIMG2053 Builder.b.Communicator Builder 'b' needs an empty VirtualboxVersionFile for Packer's virtualbox-vm when Communicator is none. MSBuild cannot hand over an empty value: write VirtualboxVersionFile='packer:\"\"'.",
        ],
        Problems(Any("virtualbox-vm", "VmName=v", "Communicator=none"))
            .Select(problem => $"{problem.Code} {Read.Place(problem.Origin)} {problem.Message}"));

    [Fact]
    public void What_is_asked_for_satisfies_the_rule() => Assert.Empty(
        Problems(Any("virtualbox-vm", "VmName=v", "Communicator=none", "GuestAdditionsMode=disable", "VirtualboxVersionFile=packer:\"\"")));

    [Fact]
    public void A_rule_may_apply_where_something_is_not_set() =>
        Assert.Contains(CheckBuilder("xenserver-iso"), problem => problem.Message.Contains("IsoChecksum", StringComparison.Ordinal)
            && problem.Message.Contains("when IsoName is not set", StringComparison.Ordinal));

    [Fact]
    public void A_block_is_needed() => HasProblem(
        Any("amazon-ebssurrogate", "AmiName=web", "AmiVirtualizationType=hvm", "InstanceType=t", "SourceAmi=a", "SshUsername=u")
            .Item("BuilderBlock", "root", "Builder=b", "Block=ami_root_device", "SourceDeviceName=/dev/xvdf", "DeviceName=/dev/xvda"),
        "XIMG2050",
        "Builder.b",
        "Builder 'b' has no block launch_block_device_mappings, which Packer's amazon-ebssurrogate needs. Add <BuilderBlock Include=\"…\" Builder=\"b\" Block=\"launch_block_device_mappings\" …/>.");

    [Fact]
    public void A_name_that_makes_the_block_is_shown_first() => HasProblem(
        An.Image().Builder("b", "VSphereIso", "VcenterServer=v", "Username=env:U", "Password=env:P", "Host=h", "SshUsername=a", "BootCommand=<enter>", "ShutdownCommand=x")
            .OperatingSystem("os", "Platform=Linux", "IsoPath=[d] iso", "IsoFileName=a.iso")
            .Provisioner("tell", "LocalCommand", "Command=echo", "Timeout=5m").Group("g", "tell").Role("r", "g"),
        "XIMG2050",
        "Builder.b",
        "Builder 'b' has no block storage, which Packer's vsphere-iso needs. Write DiskSizeGB=\"…\", or add <BuilderBlock Include=\"…\" Builder=\"b\" Block=\"storage\" …/>.");

    [Fact]
    public void A_block_stands_only_so_often() => Read.IsProblem(
        Azure(
            [At("image_url", "https://x/d.vhd")],
            [.. Enumerable.Range(1, 52).Select(number => new SettingBlock("azure_tag", [], [], new("BuilderBlock", $"tag{number}")))]),
        "XIMG2051",
        "BuilderBlock.tag51",
        "Builder 'b' has more than 50 blocks azure_tag, which is the most that Packer's azure-arm takes. Remove some.");

    [Fact]
    public void What_the_environment_can_supply_is_not_asked_for() => Assert.Equal(
        ["Builder 'b' has no Node, which Packer's proxmox-clone needs. Write Node=\"…\"."],
        CheckAll(SchemaCatalog.FindBuilder("proxmox-clone")!, [A.Text("clone_vm", "c"), A.Text("ssh_username", "u")]).Select(problem => problem.Message));

    /// <summary>An image of Azure that lacks its base only.</summary>
    private static Diagnostic[] Azure(Setting[]? settings = null, params SettingBlock[] blocks) => CheckAll(
        SchemaCatalog.FindBuilder("azure-arm")!,
        [A.Text("os_type", "Linux"), A.Text("location", "r"), A.Text("capture_container_name", "c"), .. settings ?? []],
        blocks);

    private static Setting At(string name, string value) => A.Text(name, value) with { Origin = new("Builder", "b", Metadata: name) };

    private static Diagnostic[] Google(Setting count) =>
        CheckBuilder("googlecompute", A.Text("source_image", "i"), A.Text("ssh_username", "u"), count);

    private static ImageSourceBuilder Any(string type, params string[] metadata) => An.Image()
        .Builder("b", type, metadata)
        .Provisioner("p", "LocalCommand", "Command=true", "Timeout=5m").Group("g", "p").Role("r", "g");

    private static Diagnostic[] Check(string provisioner, params Setting[] settings) =>
        Check(SchemaCatalog.FindProvisioner(provisioner)!, settings);

    private static Diagnostic[] CheckBuilder(string builder, params Setting[] settings) =>
        Check(SchemaCatalog.FindBuilder(builder)!, settings);

    /// <summary>The rules only.</summary>
    private static Diagnostic[] Check(ComponentSchema schema, Setting[] settings, params SettingBlock[] blocks)
    {
        var bag = new DiagnosticBag();
        foreach (var rule in schema.Rules)
        {
            new ComponentRuleCheck(Scope(schema, settings, blocks), bag).Check(rule);
        }

        return [.. bag];
    }

    /// <summary>The rules, what is enforced, and the blocks.</summary>
    private static Diagnostic[] CheckAll(ComponentSchema schema, Setting[] settings, params SettingBlock[] blocks)
    {
        var bag = new DiagnosticBag();
        ComponentsHaveWhatTheyNeed.Check(Scope(schema, settings, blocks), null, bag);
        return [.. bag];
    }

    private static RuleScope Scope(ComponentSchema schema, Setting[] settings, SettingBlock[] blocks) =>
        new("Builder 'b'", schema.Name, new("Builder", "b"), "")
        {
            Attributes = schema.Attributes,
            BlockSchemas = schema.Blocks,
            Rules = schema.Rules,
            Settings = [.. settings],
            Blocks = [.. blocks],
        };
}
