using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class AnswerFileTests
{
    [Fact]
    public void An_operating_system_says_what_its_installer_gets()
    {
        var system = Assert.Single(Read.Valid(Project(
            "Edition=Standard", "AnswerFile=os/answers.xml", "SetupFiles=os/drivers/**;os/winrm.ps1", "AnswerFileMedium=floppy", "Templated=true",
            "TemplateVariables=Locale=de-DE;Password=env:ADMIN_PASSWORD")).Variants).OperatingSystem!;
        Assert.Equal("Standard", system.Edition);
        Assert.Equal(
            ["AnswerFile", "SetupFiles", "AnswerFileMedium", "Templated", "TemplateVariables"], system.Installer.Select(setting => setting.Name));
        Assert.Equal("/projects/web/os/answers.xml", Xoap.Images.Planning.SettingText.Of(system.Find("AnswerFile")!.Value));
        Assert.Equal(
            ["/projects/web/os/drivers/**", "/projects/web/os/winrm.ps1"],
            Xoap.Images.Planning.SettingText.Texts(system.Find("SetupFiles")!.Value));
    }

    [Fact]
    public void Setup_files_go_with_an_answer_file() => Read.HasProblem(
        Project("SetupFiles=drivers"),
        "XIMG1060",
        "OperatingSystem.windows.SetupFiles",
        "Operating system 'windows' has SetupFiles, but no AnswerFile that would use them. "
        + "Write AnswerFile=\"…\", or bring the files in with a File provisioner.");

    [Fact]
    public void Templated_needs_something_to_render() => Read.HasProblem(
        Project("Templated=true"),
        "XIMG1061",
        "OperatingSystem.windows.Templated",
        "Operating system 'windows' is Templated, but has no AnswerFile. Write AnswerFile=\"…\", or remove Templated.");

    [Fact]
    public void Variables_need_a_template()
    {
        Read.HasProblem(
            Project("AnswerFile=a.xml", "TemplateVariables=A=b"),
            "XIMG1062",
            "OperatingSystem.windows.TemplateVariables",
            "'windows' has TemplateVariables, but its files are no templates. Write Templated=\"true\", or remove TemplateVariables.");
        Read.HasProblem(
            An.DebianImage().Provisioner("x", "LinuxShellScript", "Script=a.sh", "TemplateVariables=A=b"),
            "XIMG1062",
            "Provisioner.x.TemplateVariables",
            "'x' has TemplateVariables, but its files are no templates. Write Templated=\"true\", or remove TemplateVariables.");
    }

    [Theory]
    [InlineData("Image")]
    [InlineData("if")]
    [InlineData("two words")]
    [InlineData("1st")]
    public void A_variable_has_a_name_that_templates_can_use(string name) => Read.HasProblem(
        Project("AnswerFile=a.xml", "Templated=true", $"TemplateVariables={name}=x"),
        "XIMG1063",
        "OperatingSystem.windows.TemplateVariables",
        $"'{name}' cannot be the name of a template variable: a name is letters, digits, '_' and '-', "
        + "and none that templates have themselves (Image, if, xml). Rename it.");

    [Fact]
    public void A_secret_that_is_written_out_is_told() => Read.HasProblem(
        Project("AnswerFile=a.xml", "Templated=true", "TemplateVariables=AdminPassword=geheim;UserHash=$6$x;Locale=de"),
        "XIMG1065",
        "OperatingSystem.windows.TemplateVariables",
        "'AdminPassword' sounds like a secret, but its value stands in the project for everyone to read. "
        + "Write AdminPassword=env:NAME in EnvironmentVariables of a step or TemplateVariables of an answer file, "
        + "or give it a name that says what it is (AdminPasswordHash, AdminPasswordFile).");

    [Fact]
    public void A_variable_is_known_before_Packer_runs() => Read.HasProblem(
        Project("AnswerFile=a.xml", "Templated=true", "TemplateVariables=Host=packer:build.Host"),
        "XIMG1022",
        "OperatingSystem.windows.TemplateVariables",
        "'TemplateVariables' takes text and secrets, but 'packer:build.Host' is known only while Packer runs. "
        + "Write the value; what is no secret can come from the environment through MSBuild's $(NAME).");

    [Fact]
    public void An_answer_file_that_no_builder_uses_is_told()
    {
        var project = An.Image()
            .Builder("local", "Null", "Communicator=none")
            .OperatingSystem("windows", "Platform=Windows", "AnswerFile=a.xml");
        Assert.Equal(
            ["XIMG1064 OperatingSystem.windows.AnswerFile No builder of 'windows' starts an installer (local), so the answer file is not used. "
                + "Remove AnswerFile, or limit the item with Provider or Builders."],
            Read.Problems(project.Role("r", "")).Where(problem => problem.Code == "XIMG1064")
                .Select(problem => $"{problem.Code} {Read.Place(problem.Origin)} {problem.Message}"));
    }

    [Fact]
    public void A_clone_of_Windows_starts_no_installer_but_cloud_init_runs_in_clones()
    {
        Assert.Empty(Installer("Windows", "vsphere-clone"));
        Assert.NotEmpty(Installer("Linux", "vsphere-clone"));
        Assert.NotEmpty(Installer("Windows", "vsphere-iso"));
        Assert.Empty(Installer("Linux", "amazon-ebs"));
    }

    private static string[] Installer(string platform, string type)
    {
        var definition = Xoap.Images.Reading.ImageReader.Read(
            An.Image().Builder("b", type).OperatingSystem("os", $"Platform={platform}", "IsoPath=/isos", "IsoFileName=x.iso", "AnswerFile=a").Build(), []);
        return [.. definition.Variants.Single().OperatingSystem!.Installer.Select(setting => setting.Name)];
    }

    private static ImageSourceBuilder Project(params string[] metadata) => An.Image()
        .Builder("qemu", "Qemu", "Communicator=winrm")
        .OperatingSystem("windows", ["Platform=Windows", "DiskImage=windows.qcow2", .. metadata])
        .Provisioner("hello", "LocalCommand", "Command=echo hello", "Timeout=5m")
        .Group("basics", "hello")
        .Role("server", "basics");
}
