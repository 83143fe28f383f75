using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Validation;

/// <summary>Steps that need a guest, on builders that have none.</summary>
public class GuestlessStepTests
{
    [Theory]
    [InlineData("Null", "Communicator=none", "with Communicator=\"none\"")]
    [InlineData("File", "Content=hello", "of type File")]
    [InlineData("Docker", "Communicator=none;Image=debian;Discard=true", "with Communicator=\"none\"")]
    public void A_step_of_the_guest_needs_one(string type, string metadata, string why)
    {
        var project = An.Image().Builder("local", type, metadata.Split(';'))
            .Provisioner("hello", "LinuxShellCommand", "Command=true", "Timeout=5m").Group("basics", "hello").Role("server", "basics");
        ImageRulesTests.HasProblem(
            type == "Docker" ? project.OperatingSystem("debian", "Platform=Linux") : project,
            "XIMG2012",
            "Provisioner.hello.Type",
            $"'hello' is of type LinuxShellCommand, which works in a guest, but there is none on builder 'local' {why}. "
            + "Take the step out of this image's role, use a LocalCommand, or use a builder that connects to a machine.");
    }

    [Fact]
    public void Builders_without_one_are_told_together() => ImageRulesTests.HasProblem(
        An.Image().Builder("a", "Null", "Communicator=none").Builder("b", "Null", "Communicator=none").Builder("c", "File", "Content=x")
            .Provisioner("hello", "LinuxShellCommand", "Command=true", "Timeout=5m").Group("basics", "hello").Role("server", "basics"),
        "XIMG2012",
        "Provisioner.hello.Type",
        "'hello' is of type LinuxShellCommand, which works in a guest, but there is none on builders 'a' and 'b' with Communicator=\"none\" "
        + "and builder 'c' of type File. Take the step out of this image's role, use a LocalCommand, or use a builder that connects to a machine.");

    [Theory]
    [InlineData("LocalCommand", "Command=true")]
    [InlineData("breakpoint", "Note=look")]
    [InlineData("shell-local", "Inline=true")]
    public void A_step_of_the_building_machine_needs_none(string type, string metadatum) => Assert.Empty(ImageRulesTests.Problems(
        An.Image().Builder("local", "Null", "Communicator=none").Builder("text", "File", "Content=hello")
            .Provisioner("step", type, metadatum, "Timeout=5m").Group("basics", "step").Role("server", "basics")));

    [Fact]
    public void A_machine_that_is_there_already_is_a_guest() => Assert.Empty(ImageRulesTests.Problems(
        An.Image().Builder("host", "Null", "SshHost=192.0.2.7", "SshUsername=root", "SshPassword=env:P")
            .Provisioner("hello", "LinuxShellCommand", "Command=true", "Timeout=5m").Group("basics", "hello").Role("server", "basics")));

    [Fact]
    public void In_the_seal_the_limits_choose() => Assert.Empty(ImageRulesTests.Problems(
        An.Image().Builder("local", "Null", "Communicator=none")
            .Provisioner("clean", "LinuxShellCommand", "Command=true", "Timeout=5m", "Providers=AWS")
            .Provisioner("note", "LocalCommand", "Command=true", "Timeout=5m")
            .Group("basics", "note").Group("sealing", "clean", "Seal=true").Role("server", "basics;sealing")));
}
