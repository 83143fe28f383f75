using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Planning;

public class RestartCheckTests
{
    private static readonly Provisioner Updates = A.Provisioner("updates", "windows-update", "windows-update");
    private static readonly Provisioner Restart = A.Provisioner("restart", "WindowsRestart", "windows-restart");
    private static readonly Provisioner Work = A.Provisioner("work", "PowerShellCommand", "powershell", A.Text("Command", "x"));
    private static readonly Provisioner Copy = A.Provisioner("copy", "File", "file");
    private static readonly Provisioner Local = A.Provisioner("local", "LocalCommand", "shell-local");

    [Fact]
    public void Work_behind_updates_without_a_restart_is_a_warning_at_the_updates() => Read.IsProblem(
        Problems(Updates, Copy, Local, Work, Work),
        "XIMG2553",
        "Provisioner.updates",
        "'updates' may leave Windows waiting for a restart, but 'work' follows without one. Put a WindowsRestart between them.");

    [Theory]
    [InlineData("3010")]
    [InlineData("1641")]
    public void So_is_work_behind_an_installer_that_may_ask_for_a_restart(string code) =>
        Assert.Equal("installer", Assert.Single(Problems(Installer("0", code), Work)).Origin.Name);

    [Fact]
    public void The_step_is_the_last_one_that_may_wait() =>
        Assert.Equal("updates", Assert.Single(Problems(Installer("3010"), Updates, Work)).Origin.Name);

    [Fact]
    public void The_seal_is_work_too()
    {
        var definition = A.Image(Updates) with
        {
            Groups = [A.Group("Group", ["updates"])],
            Variants = [A.Windows("googlecompute", "Google")],
        };
        var diagnostics = new DiagnosticBag();
        Planner.Plan(definition, new SourceContents(), diagnostics);
        Assert.Contains("'Seal' follows", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restart_in_between_is_enough()
    {
        Assert.Empty(Problems(Updates, Copy, Restart, Work));
        Assert.Empty(Problems(Installer("3010"), Restart, Updates, Updates, Restart, Work));
        Assert.Empty(Problems(Work, Installer("0"), Work, Updates));
        Assert.Empty(Problems(Updates with { Type = "WindowsUpdate" }, Work));
    }

    private static Provisioner Installer(params string[] codes) => Work with
    {
        Name = "installer",
        Origin = new Origin("Provisioner", "installer"),
        Component = new Component(
            "powershell",
            [
                new Setting(
                    "valid_exit_codes",
                    new SettingValue.List([.. codes.Select(code => new SettingValue.Number(code))]),
                    Impact.Content,
                    Origin.Project),
            ],
            []),
    };

    private static Diagnostic[] Problems(params Provisioner[] provisioners)
    {
        var diagnostics = new DiagnosticBag();
        RestartCheck.Check(
            [.. provisioners.Select((provisioner, index) => new PlannedStep(index + 1, "x", "g", false, provisioner, default, []))], diagnostics);
        return [.. diagnostics];
    }
}
