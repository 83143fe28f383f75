using Xoap.Images.Model;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class PlatformDefaultsTests
{
    [Fact]
    public void Windows_is_reached_by_winrm_over_tls()
    {
        var component = Component("AmazonEbs", "Windows", "SourceAmi=ami-1");
        Assert.Equal(
            ["communicator=winrm", "source_ami=ami-1", "winrm_insecure=True", "winrm_use_ntlm=True", "winrm_use_ssl=True", "winrm_username=Administrator"],
            component.Settings.Select(Shown));
        Assert.All(component.Settings.Where(setting => setting.Name != "source_ami"), setting => Assert.Equal("Builder.b", Read.Place(setting.Origin)));
    }

    [Fact]
    public void Linux_is_reached_by_ssh() => Assert.Equal(
        ["communicator=ssh", "image_url=https://x", "os_type=Linux", "ssh_username=packer"], Component("AzureGallery", "Linux", "ImageUrl=https://x").Settings.Select(Shown));

    [Fact]
    public void What_is_said_anywhere_stands() => Assert.Equal(
        ["communicator=winrm", "source_ami=ami-1", "winrm_insecure=True", "winrm_use_ntlm=True", "winrm_use_ssl=False", "winrm_username=admin"],
        Component("AmazonEbs", "Windows", "SourceAmi=ami-1", "WinrmUsername=admin", "WinrmUseSsl=false").Settings.Select(Shown));

    [Fact]
    public void Another_communicator_does_without_the_settings_of_winrm() => Assert.Equal(
        ["communicator=ssh", "source_ami=ami-1", "ssh_username=Administrator"],
        Component("AmazonEbs", "Windows", "SourceAmi=ami-1", "Communicator=ssh", "SshUsername=Administrator").Settings.Select(Shown));

    [Fact]
    public void A_container_is_committed_unless_it_is_exported()
    {
        Assert.Equal(["commit=True", "image=debian"], Component("Docker", "Linux", "Image=debian").Settings.Select(Shown));
        Assert.Equal(
            ["export_path=/projects/web/a.tar", "image=debian"],
            Component("Docker", "Linux", "Image=debian", "ExportPath=a.tar").Settings.Select(Shown));
    }

    [Fact]
    public void Who_speaks_of_ssh_only_means_it() => Assert.Equal(
        ["source_ami=ami-1", "ssh_username=Administrator"],
        Component("AmazonEbs", "Windows", "SourceAmi=ami-1", "SshUsername=Administrator").Settings.Select(Shown));

    private static Component Component(string type, string platform, params string[] metadata) => Read.Valid(
        An.Image().Builder("b", type, metadata).OperatingSystem("os", $"Platform={platform}")
            .Provisioner("p", "LinuxShellCommand", "Command=true", "Groups=g").Group("g", "").Role("r", "g")).Variants.Single().Component;

    private static string Shown(Setting setting) => setting.Value switch
    {
        SettingValue.Text text => $"{setting.Name}={text.Value}",
        SettingValue.Flag flag => $"{setting.Name}={flag.Value}",
        _ => setting.Name,
    };
}
