using Xoap.Images.Model;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class TestConnectionTests
{
    [Fact]
    public void Tests_log_in_with_it_and_the_build_does_not()
    {
        var variant = Variant(
            "SshUsername=operator", "SshPrivateKeyFile=keys/operator", "SshPort=2222", "MemoryMB=512");
        Assert.Equal("packer", Text(variant.Component, "ssh_username"));
        Assert.Equal(["ssh_port", "ssh_private_key_file", "ssh_username"], variant.TestLogin.Select(setting => setting.Name).Order());

        var tested = GuestLogin.Over(variant.Component, variant.TestLogin);
        Assert.Equal("operator", Text(tested, "ssh_username"));
        Assert.Equal("/projects/web/keys/operator", Text(tested, "ssh_private_key_file"));
        Assert.Null(tested.Find("ssh_password"));
        Assert.Equal(Text(variant.Component, "iso_url"), Text(tested, "iso_url"));
        Assert.NotEqual(new SettingValue.Number("512"), tested.Find("memory")?.Value);
    }

    [Fact]
    public void Without_one_tests_log_in_as_the_build_does()
    {
        var variant = Read.Valid(An.DebianImage()).Variants.Single();
        Assert.Empty(variant.TestLogin);
        Assert.Same(variant.Component, GuestLogin.Over(variant.Component, variant.TestLogin));
    }

    [Fact]
    public void Its_name_and_its_settings_are_checked()
    {
        var unknown = Assert.Single(Read.Problems(Project("operatorz")));
        Assert.Equal(("XIMG1122", "Builder.b.TestConnection"), (unknown.Code, Read.Place(unknown.Origin)));
        Assert.Contains("Did you mean 'operators'?", unknown.Message);
        var misspelt = Assert.Single(Read.Problems(Project("operators", "SshUsernam=x")));
        Assert.Equal(("XIMG1003", "Connection.operators.SshUsernam"), (misspelt.Code, Read.Place(misspelt.Origin)));
    }

    private static Variant Variant(params string[] login) => Read.Valid(Project("operators", login)).Variants.Single();

    private static ImageSourceBuilder Project(string named, params string[] login) => An.Image()
        .Builder("b", "Qemu", "Connection=build", $"TestConnection={named}")
        .OperatingSystem("os", "Platform=Linux", "DiskImage=a")
        .Connection("build", "SshUsername=packer", "SshPassword=env:PASSWORD")
        .Connection("operators", login)
        .Provisioner("hello", "LinuxShellCommand", "Command=echo hello", "Timeout=5m")
        .Group("basics", "hello")
        .Role("server", "basics");

    private static string Text(Component component, string name) => ((SettingValue.Text)component.Find(name)!.Value).Value;
}
