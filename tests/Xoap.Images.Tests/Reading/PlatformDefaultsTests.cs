using Xoap.Images.Model;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class PlatformDefaultsTests
{
    [Fact]
    public void Windows_is_reached_by_winrm_over_tls()
    {
        var component = Component("AmazonEbs", "Windows");
        Assert.Equal(
            ["communicator=winrm", "winrm_insecure=True", "winrm_use_ssl=True", "winrm_username=Administrator"],
            component.Settings.Select(Shown));
        Assert.All(component.Settings, setting => Assert.Equal("Builder.b", Read.Place(setting.Origin)));
    }

    [Fact]
    public void Linux_is_reached_by_ssh() => Assert.Equal(
        ["communicator=ssh", "os_type=Linux", "ssh_username=packer"], Component("AzureGallery", "Linux").Settings.Select(Shown));

    [Fact]
    public void What_is_said_anywhere_stands() => Assert.Equal(
        ["communicator=winrm", "winrm_insecure=True", "winrm_use_ssl=False", "winrm_username=admin"],
        Component("AmazonEbs", "Windows", "WinrmUsername=admin", "WinrmUseSsl=false").Settings.Select(Shown));

    [Fact]
    public void Another_communicator_does_without_the_settings_of_winrm() => Assert.Equal(
        ["communicator=ssh", "ssh_username=Administrator"],
        Component("AmazonEbs", "Windows", "Communicator=ssh", "SshUsername=Administrator").Settings.Select(Shown));

    [Fact]
    public void Who_speaks_of_ssh_only_means_it() => Assert.Equal(
        ["ssh_username=Administrator"], Component("AmazonEbs", "Windows", "SshUsername=Administrator").Settings.Select(Shown));

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
