using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Validation;

public class WindowsRulesTests
{
    [Theory]
    [InlineData("installer")]
    [InlineData(".\\system-installer")]
    public void A_user_needs_a_password(string user) => Read.IsProblem(
        Problems("PowerShellCommand", "Command=whoami", "ElevatedUser=" + user),
        "XIMG2250",
        "Provisioner.x.ElevatedUser",
        $"'x' runs as '{user}', but has no ElevatedPassword. Write ElevatedPassword=\"env:…\", or ElevatedUser=\"packer:build.User\" for the user that Packer logs in as, or ElevatedUser=\"SYSTEM\".");

    [Theory]
    [InlineData("system")]
    [InlineData("NT AUTHORITY\\SYSTEM")]
    [InlineData("Network Service")]
    [InlineData("CONTOSO\\deploy$")]
    [InlineData("packer:build.User")]
    [InlineData("env:INSTALLER")]
    public void A_service_and_the_login_need_none(string user) =>
        Assert.Empty(Problems("PowerShellCommand", "Command=whoami", "ElevatedUser=" + user));

    [Fact]
    public void A_user_with_a_password_is_fine() => Assert.Empty(
        Problems("PowerShellScript", "Script=a.ps1", "ElevatedUser=installer", "ElevatedPassword=env:INSTALLER_PASSWORD"));

    [Fact]
    public void A_script_is_a_ps1_file() => Read.IsProblem(
        Problems("PowerShellScript", "Scripts=a.PS1;setup.cmd"),
        "XIMG2251",
        "Provisioner.x.Scripts",
        "'x' names the script 'setup.cmd', but PowerShell runs only files that end with '.ps1'. Rename it; call other programs from a PowerShellCommand.");

    [Theory]
    [InlineData("allsigned")]
    [InlineData("4")]
    public void A_policy_that_wants_signatures_refuses_our_script(string policy) => Read.IsProblem(
        Problems("PowerShellCommand", "Command=whoami", "ExecutionPolicy=" + policy),
        "XIMG2252",
        "Provisioner.x.ExecutionPolicy",
        $"'x' has ExecutionPolicy=\"{policy}\", under which the script around it, which is not signed, would not run. Remove ExecutionPolicy; to set the guest's own policy, call Set-ExecutionPolicy.");

    [Fact]
    public void A_preset_is_a_search() => Read.IsProblem(
        Problems("WindowsUpdate", "Preset=All", "SearchCriteria=IsInstalled=0"),
        "XIMG2253",
        "Provisioner.x.Preset",
        "'x' has both Preset and SearchCriteria, which is what a preset stands for. Keep one of them.");

    [Theory]
    [InlineData("$_.BrowseOnly")]
    [InlineData("Include:$true")]
    [InlineData("include:")]
    public void A_filter_includes_or_excludes(string filter) => Read.IsProblem(
        Problems("WindowsUpdate", $"Filters=exclude:$_.IsBeta;{filter}"),
        "XIMG2254",
        "Provisioner.x.Filters",
        $"'x' has the filter '{filter}'. Expected 'include:' or 'exclude:' and a condition of PowerShell on the update $_, such as 'exclude:$_.Title -like '*Preview*''.");

    [Theory]
    [InlineData("Tools\\")]
    [InlineData("/opt/tools/")]
    [InlineData("~/tools")]
    [InlineData("C:tools")]
    public void A_destination_is_absolute(string path) => Read.IsProblem(
        Problems("File", "Source=x", "Destination=" + path),
        "XIMG2260",
        "Provisioner.x.Destination",
        $"'{path}' is no absolute path of Windows. Expected a drive at its start, such as 'C:\\Tools\\'.");

    [Theory]
    [InlineData("%25TEMP%25\\x", "%TEMP%\\x")]
    [InlineData("$env:TEMP\\x", "$env:TEMP\\x")]
    [InlineData("C:\\$Env:USERNAME\\x", "C:\\$Env:USERNAME\\x")]
    public void A_destination_has_no_variables(string written, string path) => Read.IsProblem(
        Problems("File", "Source=x", "Destination=" + written),
        "XIMG2261",
        "Provisioner.x.Destination",
        $"'{path}' starts with or holds a variable, which nothing replaces in a destination. Write the path itself, such as 'C:\\Windows\\Temp\\'.");

    [Theory]
    [InlineData("C:\\a:b\\", "a:b")]
    [InlineData("C:/x/nul.txt", "nul.txt")]
    [InlineData("C:/x/com1/", "com1")]
    [InlineData("C:/x./y", "x.")]
    [InlineData("\\\\server\\share\\a|b", "a|b")]
    public void A_destination_has_names_that_Windows_accepts(string path, string name) => Read.IsProblem(
        Problems("File", "Source=x", "Destination=" + path),
        "XIMG2262",
        "Provisioner.x.Destination",
        $"'{path}' holds the name '{name}', which Windows refuses. Expected none of < > : \" | ? *, no dot or space at the end, and no name of a device such as CON.");

    [Fact]
    public void A_drive_is_nothing_for_linux() => Read.IsProblem(
        Problems(An.DebianImage().Provisioner("x", "File", "Source=x", "Destination=C:\\Tools\\", "Timeout=1m", "Groups=basics")),
        "XIMG2263",
        "Provisioner.x.Destination",
        "'C:\\Tools\\' is a path of Windows, but the step runs in a Linux guest. Write a path such as '/opt/tools/', or make a step of its own for each platform.");

    [Theory]
    [InlineData("C:\\Tools\\")]
    [InlineData("c:/console/comma/COM10")]
    [InlineData("\\\\server\\share\\Grüße {{x}}.txt")]
    public void Windows_understands_it(string path) => Assert.Empty(Problems("File", "Source=x", "Destination=" + path));

    [Fact]
    public void Updates_go_stale_within_a_week() => Assert.Equal(
        Xoap.Images.Model.Volatility.Weekly,
        Read.Valid(WindowsImage.Project(("x", "WindowsUpdate", []))).Provisioners[0].Volatile);

    [Fact]
    public void Nothing_is_wrong_with_any_type() => Assert.Empty(Problems(
        WindowsImage.Project(
            ("a", "PowerShellCommand", ["Command=whoami", "ExecutionPolicy=remotesigned"]),
            ("b", "PowerShellScript", ["Script=b.ps1"]),
            ("c", "WindowsRestart", []),
            ("d", "WindowsUpdate", ["SearchCriteria=IsInstalled=0"]))));

    private static Diagnostic[] Problems(string type, params string[] metadata) =>
        Problems(WindowsImage.Project(("x", type, metadata)));

    private static Diagnostic[] Problems(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        ImageRules.Check(ImageReader.Read(project.Build(), diagnostics), diagnostics);
        return [.. diagnostics];
    }
}
