using Xoap.Images.Diagnostics;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

/// <summary>What the components say about single values.</summary>
public class ValueLimitTests
{
    [Theory]
    [InlineData("azure-arm", "ClientCertTokenTimeout=5m", "XIMG1050", "'ClientCertTokenTimeout' is gone from Packer's azure-arm: version 1.4.5 of the plugin was the last that had it. Remove it, and look for its successor in the component's documentation.")]
    [InlineData("vmware-vmx", "RemoteHost=esx", "XIMG1050", "'RemoteHost' is gone from Packer's vmware-vmx: version 1.2.0 of the plugin was the last that had it. Remove it, and look for its successor in the component's documentation.")]
    [InlineData("vmware-vmx", "RemoteType=esx5", "XIMG1051", "'RemoteType' is refused by Packer's vmware-vmx, whatever its value. Remove it.")]
    [InlineData("virtualbox-iso", "GfxEfiResolution=1024", "XIMG1052", "'GfxEfiResolution' is '1024', but takes width x height, such as 1024x768.")]
    [InlineData("proxmox-clone", "Serials=socket;ttyS0", "XIMG1052", "'Serials' is 'ttyS0', but takes a device of the host such as /dev/ttyS0, or socket.")]
    [InlineData("amazon-instance", "AmiName=ab", "XIMG1053", "'AmiName' has 2 characters, but takes 3 to 128.")]
    [InlineData("vsphere-supervisor", "SourceName=a-name-that-is-too-long", "XIMG1053", "'SourceName' has 23 characters, but takes at most 15.")]
    [InlineData("proxmox-clone", "Serials=socket;socket;socket;socket;socket", "XIMG1054", "'Serials' has 5 entries, but takes at most 4. Remove some.")]
    [InlineData("amazon-instance", "BlockDurationMinutes=90", "XIMG1055", "'BlockDurationMinutes' is 90, but has to be a multiple of 60.")]
    public void A_value_that_the_component_refuses_is_an_error_at_it(string type, string metadatum, string code, string message)
    {
        var problem = Assert.Single(Problems(type, metadatum));
        Assert.Equal((code, $"Builder.b.{metadatum.Split('=')[0]}"), (problem.Code, Read.Place(problem.Origin)));
        Assert.Equal(message, problem.Message);
    }

    [Fact]
    public void Entries_of_a_map_are_counted()
    {
        var tags = string.Join(';', Enumerable.Range(0, 51).Select(number => $"k{number}=v"));
        Assert.Equal("XIMG1054", Assert.Single(Problems("AzureManaged", $"AzureTags={tags}")).Code);
    }

    [Theory]
    [InlineData("amazon-instance", "AmiName=web")]
    [InlineData("amazon-instance", "AmiName={{}}")]
    [InlineData("amazon-instance", "BlockDurationMinutes=120")]
    [InlineData("proxmox-clone", "Serials=socket;/dev/ttyS0")]
    [InlineData("virtualbox-iso", "GfxEfiResolution=1024x768")]
    public void What_fits_passes(string type, string metadatum) => Assert.Empty(Problems(type, metadatum));

    [Fact]
    public void A_dropped_attribute_of_a_block_is_named_too()
    {
        var problems = Read.Problems(Project("vsphere-clone").Item("BuilderBlock", "x", "Builder=b", "Block=export", "Images=true"));
        var problem = Assert.Single(problems, problem => problem.Code == "XIMG1050");
        Assert.Equal("BuilderBlock.x.Images", Read.Place(problem.Origin));
        Assert.StartsWith("'Images' is gone from Packer's export: version 1.2.3 ", problem.Message);
    }

    [Fact]
    public void Limits_hold_inside_blocks()
    {
        var problems = Read.Problems(
            Project("proxmox-clone").Item("BuilderBlock", "nic", "Builder=b", "Block=network_adapters", "Bridge=vmbr0", "Mtu=70000"));
        var problem = Assert.Single(problems, problem => problem.Origin.ItemType == "BuilderBlock");
        Assert.Equal(("XIMG1012", "BuilderBlock.nic.Mtu"), (problem.Code, Read.Place(problem.Origin)));
    }

    [Fact]
    public void A_deprecated_attribute_is_a_warning()
    {
        var problem = Assert.Single(Problems("proxmox-clone", "Efidisk=pool"));
        Assert.Equal(("XIMG1017", Severity.Warning), (problem.Code, problem.Severity));
    }

    private static Diagnostic[] Problems(string type, string metadatum) =>
        [.. Read.Problems(Project(type, metadatum)).Where(problem => problem.Origin.Metadata == metadatum.Split('=')[0])];

    private static ImageSourceBuilder Project(string type, params string[] metadata) => An.Image().Builder("b", type, metadata)
        .Provisioner("p", "LocalCommand", "Command=true", "Timeout=5m").Group("g", "p").Role("r", "g");
}
