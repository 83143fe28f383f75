using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class ProvisionerTests
{
    [Fact]
    public void Every_reserved_metadatum_is_read()
    {
        var step = Step(
            "linuxshellcommand", "Command=echo", "Timeout=1h", "MaxRetries=2", "PauseBefore=10s", "Groups=basics", "After=hello",
            "Before=z", "Platforms=linux", "OperatingSystems=debian-12", "Architectures=x86_64", "Providers=docker",
            "Volatile=daily", "Description=Says something", "Labels=a;b");
        Assert.Equal("LinuxShellCommand", step.Type);
        Assert.Equal(new StepLimits(TimeSpan.FromHours(1), 2, TimeSpan.FromSeconds(10)), step.Limits);
        Assert.Equal(
            "basics hello z Linux debian-12 x64 Docker",
            string.Join(' ', (string[])[.. step.Groups, .. step.After, .. step.Before, .. step.Applicability.Platforms,
                .. step.Applicability.OperatingSystems, .. step.Applicability.Architectures, .. step.Applicability.Providers]));
        Assert.Equal((Volatility.Daily, "Says something"), (step.Volatile, step.Description));
    }

    [Fact]
    public void A_command_has_its_own_and_its_component_s_settings()
    {
        var step = Step(
            "LinuxShellCommand", "Command=echo '{{x}}' ${y}%0Aexit 3", "EnvironmentVariables=A=1;B=env:B", "RunAs=www", "WorkingDirectory=/srv",
            "ValidExitCodes=0;3", "ExecuteCommand={{.Vars}} {{.Path}}");
        Assert.Equal(["Command", "EnvironmentVariables", "RunAs", "WorkingDirectory"], step.Own.Select(setting => setting.Name));
        Assert.Equal(new SettingValue.Text("echo '{{x}}' ${y}\nexit 3"), step.Find("Command")!.Value);
        Assert.Equal(["execute_command", "valid_exit_codes"], step.Component.Settings.Select(setting => setting.Name));
        Assert.Equal("shell", step.Component.Name);
    }

    [Fact]
    public void Scripts_are_files_of_the_project()
    {
        var step = Step("LinuxShellScript", "Scripts=a.sh;sub\\b.sh", "Arguments=one;two words;%20");
        var scripts = step.Find("Scripts")!;
        Assert.Equal(FileUse.File, scripts.Files);
        Assert.Equal(
            ["/projects/web/a.sh", "/projects/web/sub/b.sh"],
            ((SettingValue.List)scripts.Value).Values.Select(value => ((SettingValue.Text)value).Value));
        Assert.Equal(3, ((SettingValue.List)step.Find("Arguments")!.Value).Values.Length);
    }

    [Fact]
    public void An_upload_starts_at_the_project_and_a_download_ends_there()
    {
        var upload = Step("File", "Source=site/", "Destination=/var/www");
        Assert.Equal((FileUse.Files, "/projects/web/site/"), (upload.Find("Source")!.Files, Text(upload, "Source")));
        Assert.Equal("/var/www", Text(upload, "Destination"));

        var download = Step("File", "Source=/var/log/x", "Destination=logs/x", "Direction=Download");
        Assert.Equal((FileUse.None, "/var/log/x"), (download.Find("Source")!.Files, Text(download, "Source")));
        Assert.Equal(("/projects/web/logs/x", Impact.Effort), (Text(download, "Destination"), download.Find("Destination")!.Impact));
    }

    [Fact]
    public void A_component_s_name_is_a_type()
    {
        var step = Step("windows-update", "SearchCriteria=IsInstalled=0", "Filters=include:$true;exclude:x");
        Assert.Equal(("windows-update", Volatility.Weekly), (step.Type, step.Volatile));
        Assert.Equal(2, step.Component.Settings.Length);
        Assert.Empty(step.Own);
    }

    [Fact]
    public void A_raw_script_is_a_file_of_the_project() =>
        Assert.Equal(FileUse.File, Step("shell", "Script=a.sh").Component.Find("script")!.Files);

    [Fact]
    public void An_attribute_with_a_reserved_name_is_set_through_a_block()
    {
        var step = Read.Valid(An.DebianImage()
            .Provisioner("play", "ansible", "PlaybookFile=site.yml")
            .Item("ProvisionerBlock", "play-groups", "Provisioner=Play", "Block=.", "Groups=web;db")).Provisioners[1];
        Assert.Empty(step.Groups);
        Assert.Equal(["groups", "playbook_file"], step.Component.Settings.Select(setting => setting.Name));
    }

    [Fact]
    public void An_unknown_type_is_an_error() => Read.HasProblem(
        An.DebianImage().Provisioner("x", "LinuxShelCommand"),
        "XIMG1001",
        "Provisioner.x.Type",
        "'LinuxShelCommand' is no provisioner type. Did you mean 'LinuxShellCommand'? Known types: "
        + $"{string.Join(", ", ProvisionerTypes.Friendly.Select(type => type.Name))}, and Packer's own provisioners by their names.");

    [Fact]
    public void A_missing_type_is_an_error() => Assert.StartsWith(
        "Provisioner 'x' has no Type. Write Type=\"…\" with one of: LinuxShellCommand,",
        Assert.Single(Read.Problems(An.DebianImage().Item("Provisioner", "x"))).Message);

    [Theory]
    [InlineData("LinuxShellCommand", "Inline=x", "XIMG1005", "'Inline' is set by provisioner type LinuxShellCommand itself: write Command.")]
    [InlineData("LinuxShellCommand", "Script=x", "XIMG1005", "'Script' is set by provisioner type LinuxShellCommand itself: write Type=\"LinuxShellScript\" and Script.")]
    [InlineData("LinuxShellScript", "Environment_Vars=x", "XIMG1005", "'Environment_Vars' is set by provisioner type LinuxShellScript itself: write EnvironmentVariables.")]
    [InlineData("LinuxRestart", "StartRetryTimeout=5m", "XIMG1005", "'StartRetryTimeout' is set by provisioner type LinuxRestart itself: write RestartTimeout.")]
    [InlineData("LinuxShellCommand", "Comand=x", "XIMG1003", "Provisioner 'x' has the setting 'Comand', which provisioner type LinuxShellCommand does not know. Did you mean 'Command'?")]
    [InlineData("File", "RunAs=x", "XIMG1003", "Provisioner 'x' has the setting 'RunAs', which provisioner type File does not know.")]
    [InlineData("LinuxShellScript", "Layer=true", "XIMG1004", "'Layer' is a reserved name that has no meaning on Provisioner 'x'. Remove it; to set Packer's attribute of that name, add a ProvisionerBlock item with Block=\".\".")]
    [InlineData("LinuxRestart", "Timeout=10", "XIMG1013", "'Timeout' is '10', which is no duration. Write a number with its unit (15m, 1h30m, 90s) or hh:mm:ss (00:15:00).")]
    [InlineData("LinuxRestart", "Timeout=0s", "XIMG1025", "'Timeout' is zero, which Packer takes for no limit at all. Write how long the step may take, such as 15m.")]
    [InlineData("LinuxRestart", "MaxRetries=-1", "XIMG1012", "'MaxRetries' is -1, but has to be between 0 and 1000.")]
    [InlineData("LinuxShellScript", "Script=a%00b", "XIMG1010", "'Script' is 'a%00b', but takes a path.")]
    [InlineData("LinuxRestart", "Platforms=Linx", "XIMG1011", "'Platforms' is 'Linx', but takes one of: Linux, Windows. Did you mean 'Linux'?")]
    [InlineData("LinuxRestart", "Volatile=monthly", "XIMG1011", "'Volatile' is 'monthly', but takes one of: Never, Daily, Weekly, Always.")]
    [InlineData("LinuxShellScript", "Script=env:S", "XIMG1022", "'Script' takes files whose contents count, but 'env:S' is known only while Packer runs. Write the value; what is no secret can come from the environment through MSBuild's $(NAME).")]
    [InlineData("LinuxShellScript", "Arguments=a;env:S", "XIMG1022", "'Arguments' takes plain text, but 'env:S' is known only while Packer runs. Write the value; what is no secret can come from the environment through MSBuild's $(NAME).")]
    [InlineData("LinuxShellCommand", "RunAs=packer:build.User", "XIMG1022", "'RunAs' takes plain text, but 'packer:build.User' is known only while Packer runs. Write the value; what is no secret can come from the environment through MSBuild's $(NAME).")]
    [InlineData("powershell", "ElevatedPassword=x", "XIMG1020", "'ElevatedPassword' is a secret and must not stand in the project. Write ElevatedPassword=\"env:NAME\" and set the environment variable NAME when you build, or ElevatedPassword=\"file:PATH\" for a file that holds it.")]
    public void A_bad_setting_is_reported_where_it_stands(string type, string metadatum, string code, string message) => Read.HasProblem(
        An.DebianImage().Provisioner("x", type, metadatum), code, "Provisioner.x." + metadatum[..metadatum.IndexOf('=')], message);

    private static Provisioner Step(string type, params string[] metadata) =>
        Read.Valid(An.DebianImage().Provisioner("x", type, metadata)).Provisioners[1];

    private static string Text(Provisioner step, string setting) => ((SettingValue.Text)step.Find(setting)!.Value).Value;

    [Fact]
    public void A_local_command_runs_in_the_project_folder_and_names_what_it_reads()
    {
        var image = Read.Valid(An.DebianImage().Provisioner("check", "LocalCommand", "Command=./check.sh", "Inputs=check.sh;data/**", "Timeout=1m"));
        var check = image.Provisioners.Single(provisioner => provisioner.Name == "check");

        Assert.Equal(new SettingValue.Text(An.ProjectDirectory), check.Find("WorkingDirectory")!.Value);
        Assert.Equal(FileUse.Files, check.Find("Inputs")!.Files);
        Assert.Equal(Impact.Effort, check.Find("WorkingDirectory")!.Impact);
    }
}
