using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Validation;

public class ImageRulesTests
{
    [Fact]
    public void An_image_without_mistakes_has_no_problem() => Assert.Empty(Problems(An.DebianImage()));

    [Fact]
    public void A_group_stands_once_in_a_role() => HasProblem(
        An.DebianImage().Role("twice", "basics;Basics").Property("ImageRole", "twice"),
        "XIMG2000",
        "ProvisionerRole.twice.Groups",
        "Role 'twice' lists the group 'basics' twice, but a group stands at most once in a role. Remove one; if its steps shall run again, put them into a second group.");

    [Fact]
    public void A_provisioner_stands_once_in_a_group() => HasProblem(
        An.DebianImage().Group("twice", "hello;HELLO"),
        "XIMG2001",
        "ProvisionerGroup.twice.Provisioners",
        "Group 'twice' lists the provisioner 'hello' twice, but a provisioner stands at most once in a group. Remove one; in another group it may stand again.");

    [Fact]
    public void A_provisioner_may_stand_in_two_groups() =>
        Assert.Empty(Problems(An.DebianImage().Group("again", "hello").Role("r", "basics;again").Property("ImageRole", "r")));

    [Fact]
    public void A_role_without_steps_is_a_warning() => HasProblem(
        An.Image().OnQemu().Group("g", "").Role("r", "g"),
        "XIMG2002",
        "ProvisionerRole.r",
        "Role 'r' has no step: the image would be a copy of its base. List groups in Groups, and provisioners in the groups.");

    [Fact]
    public void A_windows_step_does_not_run_on_linux() => HasProblem(
        An.DebianImage().Provisioner("reboot", "windows-restart", "Timeout=5m", "Groups=basics"),
        "XIMG2010",
        "Provisioner.reboot.Type",
        "'reboot' is of type windows-restart, which runs on Windows only, but builder 'qemu' starts from 'debian-12', which is Linux. Take it out of this image's role, or use a type for Linux.");

    [Fact]
    public void A_linux_step_does_not_run_on_windows() => HasProblem(
        An.Image().Builder("qemu", "Qemu", "SshUsername=x", "ShutdownCommand=x")
            .OperatingSystem("w11", "Platform=Windows", "DiskImage=w11.qcow2")
            .Provisioner("hello", "LinuxShellCommand", "Command=echo", "Timeout=5m", "Groups=g").Group("g", "").Role("r", "g"),
        "XIMG2010",
        "Provisioner.hello.Type",
        "'hello' is of type LinuxShellCommand, which runs on Linux only, but builder 'qemu' starts from 'w11', which is Windows. Take it out of this image's role, or use a type for Windows.");

    [Fact]
    public void A_step_that_is_in_no_group_of_the_role_may_be_for_another_platform() =>
        Assert.Empty(Problems(An.DebianImage().Provisioner("reboot", "windows-restart")));

    [Theory]
    [InlineData("Platforms=Windows", "platform Windows", "Linux")]
    [InlineData("OperatingSystems=ubuntu;debian-11", "operating system ubuntu or debian-11", "debian-12")]
    [InlineData("Architectures=aarch64", "architecture arm64", "x64")]
    [InlineData("Providers=Azure;AWS", "provider Azure or AWS", "OnPremises")]
    public void A_step_runs_only_where_it_says(string limit, string wanted, string actual) => HasProblem(
        An.DebianImage().Provisioner("x", "LinuxRestart", limit, "Timeout=5m", "Groups=basics"),
        "XIMG2011",
        "Provisioner.x." + limit[..limit.IndexOf('=')],
        $"'x' is limited to the {wanted}, but builder 'qemu' has {actual}. Take the step out of this image's role, or widen its limit.");

    [Fact]
    public void Limits_that_include_the_variant_are_met() => Assert.Empty(Problems(An.DebianImage().Provisioner(
        "x", "LinuxRestart", "Platforms=linux", "OperatingSystems=Debian-12", "Architectures=amd64;arm64", "Providers=onpremises",
        "Timeout=5m", "Groups=basics")));

    [Theory]
    [InlineData("LinuxShellCommand", "Command")]
    [InlineData("LinuxShellScript", "Script")]
    [InlineData("LocalCommand", "Command")]
    public void A_type_needs_its_own_settings(string type, string setting) => HasProblem(
        An.DebianImage().Provisioner("x", type),
        "XIMG2020",
        "Provisioner.x",
        $"'x' has no {setting}, which type {type} needs. Write {setting}=\"…\".");

    [Fact]
    public void A_file_needs_source_and_destination() => Assert.Equal(
        [
            "'x' has no Source, which type File needs. Write Source=\"…\".",
            "'x' has no Destination, which type File needs. Write Destination=\"…\".",
        ],
        Problems(An.DebianImage().Provisioner("x", "File")).Select(problem => problem.Message));

    [Fact]
    public void Script_and_scripts_exclude_each_other() => HasProblem(
        An.DebianImage().Provisioner("x", "LinuxShellScript", "Script=a.sh", "Scripts=b.sh;c.sh"),
        "XIMG2021",
        "Provisioner.x.Scripts",
        "'x' has both Script and Scripts. List all of them in Scripts, in the order in which they shall run.");

    [Fact]
    public void Own_steps_that_rely_on_the_default_timeout_are_listed_once() => HasProblem(
        An.DebianImage()
            .Provisioner("a", "LinuxRestart", "Groups=basics")
            .Provisioner("b", "LinuxRestart", "Groups=basics")
            .In("/packages/role.props").Provisioner("c", "LinuxRestart", "Groups=basics"),
        "XIMG2040",
        "Provisioner.a",
        "Steps without a timeout of their own get DefaultProvisionerTimeout, which is 1h: a, b. Write Timeout=\"…\" on each, so that a hanging step is noticed early.");

    [Fact]
    public void All_problems_come_in_one_stable_order()
    {
        var project = An.DebianImage()
            .Provisioner("z", "LinuxShellCommand", "Groups=basics")
            .Provisioner("a", "windows-restart", "Groups=basics")
            .Group("twice", "hello;hello");
        Assert.Equal(["XIMG2001", "XIMG2020", "XIMG2010", "XIMG2040"], Problems(project).Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("LinuxShellCommand", "Comand=echo;Timeout=5m")]
    [InlineData("ansible", "PlaybookFil=x;Timeout=5m")]
    [InlineData("LinuxRestart", "Timeout=5")]
    public void What_reading_has_reported_is_not_reported_again(string type, string metadata)
    {
        var diagnostics = new DiagnosticBag();
        var project = An.DebianImage().Provisioner("x", type, [.. metadata.Split(';'), "Groups=basics"]);
        ImageRules.Check(ImageReader.Read(project.Build(), diagnostics), diagnostics);
        Assert.Single(diagnostics);
    }

    [Fact]
    public void An_operating_system_that_was_not_understood_fits_no_worse()
    {
        var diagnostics = new DiagnosticBag();
        var project = An.Image().Builder("b", "Qemu").OperatingSystem("w", "Platform=Window", "DiskImage=a")
            .Provisioner("x", "windows-restart", "Timeout=5m").Group("g", "x").Role("r", "g");
        ImageRules.Check(ImageReader.Read(project.Build(), diagnostics), diagnostics);
        Assert.Equal("XIMG1011", Assert.Single(diagnostics).Code);
    }

    internal static IReadOnlyList<Diagnostic> Problems(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        ImageRules.Check(Read.Valid(project), diagnostics);
        return [.. diagnostics];
    }

    internal static void HasProblem(ImageSourceBuilder project, string code, string place, string message) =>
        Read.IsProblem(Problems(project), code, place, message);
}
