using Xoap.Images.Diagnostics;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Validation;

public class EndOfLifeTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("12.10.2027")]
    [InlineData("2027-13-01")]
    [InlineData("2027")]
    public void An_end_of_life_is_a_date(string text) => Read.IsProblem(
        Problems(text),
        "XIMG2350",
        "OperatingSystem.debian-12.EndOfLife",
        $"'{text}' is no date. Expected the last day with security fixes as year, month and day, such as 2027-10-12.");

    [Theory]
    [InlineData("2026-11-20", "1 day")]
    [InlineData("2024-11-21", "730 days")]
    public void One_that_has_passed_is_a_warning(string date, string ago)
    {
        var problems = Problems(date);
        Read.IsProblem(
            problems,
            "XIMG2351",
            "OperatingSystem.debian-12.EndOfLife",
            $"Operating system 'debian-12' has had no security fixes since {date}, {ago} ago. Move the image to a successor, or correct EndOfLife if fixes go on.");
        Assert.Equal(Severity.Warning, problems[0].Severity);
    }

    [Theory]
    [InlineData("2026-11-21", "0 days")]
    [InlineData("2027-02-19", "90 days")]
    public void One_that_is_near_is_a_warning_too(string date, string left)
    {
        var problems = Problems(date);
        Read.IsProblem(
            problems,
            "XIMG2352",
            "OperatingSystem.debian-12.EndOfLife",
            $"Operating system 'debian-12' gets security fixes until {date} only: {left} from now. Plan the move to a successor.");
        Assert.Equal(Severity.Warning, problems[0].Severity);
    }

    [Fact]
    public void A_long_life_is_no_problem() => Assert.Empty(Problems("2027-02-20"));

    [Fact]
    public void Without_a_day_only_the_form_is_checked()
    {
        Assert.Empty(Problems("2020-01-01", null));
        Assert.Single(Problems("soon", null));
    }

    [Fact]
    public void Several_variants_of_one_operating_system_say_it_once() => Assert.Single(Problems("2020-01-01", Today, "arm"));

    [Fact]
    public void An_operating_system_that_no_variant_uses_is_left_alone() => Assert.Empty(Check(
        An.DebianImage().OperatingSystem("debian-4", "Platform=Linux", "EndOfLife=2010-02-15").Property("ImageOperatingSystem", "debian-12"), Today));

    private static List<Diagnostic> Problems(string endOfLife) => Problems(endOfLife, Today);

    private static List<Diagnostic> Problems(string endOfLife, DateOnly? today, params string[] moreBuilders)
    {
        var project = An.Image().Builder("qemu", "Qemu", "SshUsername=root", "SshPassword=env:ROOT_PASSWORD");
        foreach (var builder in moreBuilders)
        {
            project.Builder(builder, "Qemu", "SshUsername=root", "SshPassword=env:ROOT_PASSWORD");
        }

        return Check(
            project
                .OperatingSystem(
                    "debian-12", "Platform=Linux", "DiskImage=disks/debian-12.qcow2", $"Checksum=sha256:{new string('a', 64)}", $"EndOfLife={endOfLife}")
                .Provisioner("hello", "LinuxShellCommand", "Command=echo hello", "Timeout=5m").Group("basics", "hello").Role("server", "basics"),
            today);
    }

    private static List<Diagnostic> Check(ImageSourceBuilder project, DateOnly? today)
    {
        var diagnostics = new DiagnosticBag();
        ImageRules.Check(Read.Valid(project), diagnostics, today);
        return [.. diagnostics.Where(diagnostic => diagnostic.Code.StartsWith("XIMG235", StringComparison.Ordinal))];
    }
}
