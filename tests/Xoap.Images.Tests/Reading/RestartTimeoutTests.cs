using Xoap.Images.Diagnostics;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class RestartTimeoutTests
{
    [Theory]
    [InlineData("LinuxRestart", "Timeout=5m", "RestartTimeout=00:30:00", "30m", "Timeout of 5m")]
    [InlineData("WindowsRestart", "Timeout=5m", "RestartTimeout=6m", "6m", "Timeout of 5m")]
    [InlineData("windows-restart", "Timeout=5m", "RestartTimeout=6m", "6m", "Timeout of 5m")]
    [InlineData("WindowsRestart", "Labels=x", "RestartTimeout=90m", "1h30m", "DefaultProvisionerTimeout of 1h")]
    public void A_restart_ends_with_its_step(string type, string timeout, string restart, string longest, string limit)
    {
        var problems = Read.Problems(Project(type, timeout, restart));
        Read.IsProblem(
            problems,
            "XIMG1026",
            "Provisioner.again.RestartTimeout",
            $"'RestartTimeout' is {longest}, but the step's {limit} ends it sooner. Raise the step's Timeout, or lower RestartTimeout.");
        Assert.Equal(Severity.Warning, problems[0].Severity);
    }

    [Theory]
    [InlineData("LinuxRestart", "Timeout=30m", "RestartTimeout=30m")]
    [InlineData("WindowsRestart", "Timeout=1h", "RestartTimeout=45m")]
    [InlineData("WindowsRestart", "Timeout=10m", "Labels=x")]
    public void A_restart_within_its_step_is_as_it_should_be(string type, string timeout, string restart) =>
        Read.Valid(Project(type, timeout, restart));

    private static ImageSourceBuilder Project(string type, params string[] metadata) =>
        An.DebianImage().Provisioner("again", type, metadata).Group("more", "again");
}
