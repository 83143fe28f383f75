using Xoap.Images.Tests.Infra;
using static Xoap.Images.Tests.Validation.ImageRulesTests;

namespace Xoap.Images.Tests.Validation;

public class ComponentRuleTests
{
    [Fact]
    public void A_builder_with_ssh_needs_a_user() => HasProblem(
        Qemu(),
        "XIMG2030",
        "Builder.b",
        "Builder 'b' has no SshUsername, which Packer's qemu needs when Communicator is ssh or not set. Write SshUsername=\"…\".");

    [Fact]
    public void A_condition_that_does_not_hold_asks_for_nothing() => Assert.Empty(Problems(
        An.Image().OnQemu("Communicator=none").Provisioner("p", "LocalCommand", "Command=true", "Timeout=5m").Group("g", "p").Role("r", "g")));

    [Fact]
    public void Settings_that_exclude_each_other_are_an_error_at_the_second() => HasProblem(
        Qemu("SshUsername=root", "SshBastionHost=a", "SshBastionAgentAuth=true", "SshProxyHost=b"),
        "XIMG2033",
        "Builder.b.SshProxyHost",
        "Builder 'b' has SshBastionHost and SshProxyHost, of which Packer's qemu takes only one. Keep one of them.");

    [Fact]
    public void One_of_several_is_needed_under_a_condition() => HasProblem(
        Qemu("SshUsername=root", "SshBastionHost=a"),
        "XIMG2032",
        "Builder.b.SshBastionHost",
        "Builder 'b' has none of SshBastionPassword, SshBastionPrivateKeyFile, SshPrivateKeyFile, SshBastionAgentAuth, of which Packer's qemu needs one when SshBastionHost is set. Write one of them.");

    [Fact]
    public void A_range_has_its_ends_in_order() => HasProblem(
        Qemu("SshUsername=root", "VncPortMin=6100"),
        "XIMG2035",
        "Builder.b.VncPortMin",
        "VncPortMin is greater than VncPortMax (an unset one has Packer's default). Correct one of them.");

    [Fact]
    public void A_value_may_be_needed_because_of_another() => HasProblem(
        An.DebianImage().OperatingSystem("debian-12", "Platform=Linux", "Version=12", "Builders=b")
            .Builder("b", "Qemu", "SshUsername=root", "IsoUrl=a.iso", "IsoChecksum=none", "UseBackingFile=true", "BootCommand=x", "ShutdownCommand=x"),
        "XIMG2036",
        "Builder.b.UseBackingFile",
        "Builder 'b' needs DiskImage=\"true\" for Packer's qemu when UseBackingFile is true. Write it.");

    [Fact]
    public void What_is_refused_under_a_condition_is_an_error() => HasProblem(
        Qemu("SshUsername=root", "DisableVnc=true", "BootCommand=<enter>"),
        "XIMG2031",
        "Builder.b.BootCommand",
        "Builder 'b' has BootCommand, which Packer's qemu refuses when DisableVnc is true. Remove it.");

    [Fact]
    public void A_block_counts_as_set() => Assert.Equal(
        "XIMG2033",
        Assert.Single(Problems(Docker("Image=debian:12", "Commit=true")
            .Item("BuilderBlock", "own", "Builder=d", "Block=build", "Path=Dockerfile"))).Code);

    [Fact]
    public void A_block_needs_its_own_attributes() => HasProblem(
        Docker("Commit=true").Item("BuilderBlock", "own", "Builder=d", "Block=build"),
        "XIMG2030",
        "BuilderBlock.own",
        "Block 'own' has no Path, which Packer's build needs. Write Path=\"…\".");

    [Fact]
    public void A_secret_counts_as_set() => Assert.Empty(Problems(
        An.DebianImage().Builder("n", "Null", "SshHost=h", "SshUsername=root", "SshPassword=env:PW")));

    [Fact]
    public void A_raw_component_needs_what_packer_needs() => HasProblem(
        An.DebianImage().Provisioner("p", "ansible"),
        "XIMG2030",
        "Provisioner.p",
        "Provisioner 'p' has no PlaybookFile, which Packer's ansible needs. Write PlaybookFile=\"…\".");

    [Fact]
    public void A_raw_shell_takes_one_source() => HasProblem(
        An.DebianImage().Provisioner("p", "shell", "Inline=true", "Script=a.sh"),
        "XIMG2033",
        "Provisioner.p.Script",
        "Provisioner 'p' has Inline and Script, of which Packer's shell takes only one. Keep one of them.");

    [Fact]
    public void What_a_friendly_type_manages_is_not_asked_for() => Assert.Empty(Problems(
        An.Image()
            .Builder("f", "File", "Content=x")
            .Provisioner("p", "LocalCommand", "Command=true", "Timeout=5m").Group("g", "p").Role("r", "g")
            .Provisioner("q", "File", "Source=a", "Destination=/a")));

    private static ImageSourceBuilder Qemu(params string[] metadata) => An.DebianImage().Builder("b", "Qemu", ["ShutdownCommand=x", .. metadata]);

    private static ImageSourceBuilder Docker(params string[] metadata) => An.Image()
        .Builder("d", "Docker", metadata)
        .OperatingSystem("debian", "Platform=Linux")
        .Provisioner("hello", "LinuxShellCommand", "Command=echo", "Timeout=5m").Group("g", "hello").Role("r", "g");
}
