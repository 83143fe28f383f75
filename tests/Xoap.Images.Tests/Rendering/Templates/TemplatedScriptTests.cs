using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering.Templates;

public class TemplatedScriptTests
{
    private const string Script = "/projects/web/hello.sh";

    [Theory]
    [InlineData("", "#!/bin/sh\necho web on qemu: {{hello}} \"${x}\"\n")]
    [InlineData("Arguments=a", "echo web on qemu: {{hello}} \"${x}\"\n")]
    public void A_templated_script_arrives_rendered(string argument, string expected)
    {
        var image = Render(Project(argument), "#!/bin/sh\r\necho {{Image.Name}} on {{Builder.Name}}: {{Greeting}} \"${x}\"\r\n", out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Contains(expected, image.Files.Single(file => file.Path == "steps/001-hello.sh").Text);
    }

    [Fact]
    public void A_PowerShell_script_too()
    {
        var project = An.Image()
            .Builder("qemu", "Qemu", "Communicator=winrm", "WinrmUsername=Administrator")
            .OperatingSystem("windows", "Platform=Windows", "DiskImage=windows.qcow2")
            .Provisioner("hello", "PowerShellScript", "Script=hello.sh", "Templated=true", "Timeout=5m")
            .Group("basics", "hello")
            .Role("desktop", "basics");
        var image = Render(project, "Write-Output '{{OperatingSystem.Name}}'", out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Contains(image.Files, file => file.Text?.Contains("Write-Output ''windows''", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Without_the_flag_nothing_is_touched()
    {
        var image = Render(An.DebianImage().Provisioner("more", "LinuxShellScript", "Script=hello.sh", "Groups=basics"), "{{x}}", out _);
        Assert.Contains(image.Files, file => file.CopyOf == Script);
    }

    [Fact]
    public void A_mistake_stands_at_its_place_in_the_script()
    {
        Render(Project(""), "#!/bin/sh\necho {{Image.Names}}\n", out var diagnostics);
        var problem = Assert.Single(diagnostics);
        Assert.Equal(("XIMG3020", Origin.Place(Script, 2, 6)), (problem.Code, problem.Origin));
    }

    [Fact]
    public void What_is_no_text_cannot_be_a_template()
    {
        Render(Project(""), "\uFFFD", out var diagnostics);
        var problem = Assert.Single(diagnostics);
        Assert.Equal(("XIMG3025", "Provisioner.hello.Templated"), (problem.Code, Read.Place(problem.Origin)));
        Assert.Equal($"'{Script}' is not UTF-8 text, so it cannot be a template. Save it as UTF-8, or remove Templated.", problem.Message);
    }

    [Fact]
    public void A_script_gets_its_secrets_from_its_environment() => Read.HasProblem(
        Project("").Provisioner("x", "LinuxShellScript", "Script=a.sh", "Templated=true", "TemplateVariables=P=env:P"),
        "XIMG1022",
        "Provisioner.x.TemplateVariables",
        "'TemplateVariables' takes plain text, but 'env:P' is known only while Packer runs. Write the value; what is no secret can come from the environment through MSBuild's $(NAME).");

    [Fact]
    public void What_templates_know_is_part_of_the_content()
    {
        var plain = An.DebianImage();
        Assert.Equal(Content(plain), Content(plain.Property("ImageDescription", "new")));
        Assert.NotEqual(Content(Project("")), Content(Project("").Property("ImageDescription", "new")));
        Assert.NotEqual(Content(Project("")), Content(Project("TemplateVariables=Greeting=other")));
    }

    private static ImageSourceBuilder Project(string metadatum) => An.Image()
        .OnQemu()
        .Provisioner(
            "hello", "LinuxShellScript", ["Script=hello.sh", "Templated=true", "TemplateVariables=Greeting={{hello}}", .. Given(metadatum)])
        .Group("basics", "hello")
        .Role("server", "basics");

    private static string[] Given(string metadatum) => metadatum.Length == 0 ? [] : [metadatum];

    private static string Content(ImageSourceBuilder project)
    {
        var definition = Xoap.Images.Reading.ImageReader.Read(project.Build(), []);
        return Planner.Plan(definition, new SourceContents(), [])[0].ContentKey.Key;
    }

    private static RenderedImage Render(ImageSourceBuilder project, string script, out DiagnosticBag diagnostics)
    {
        diagnostics = [];
        var plan = A.Plan(Read.Valid(project));
        return TemplateRenderer.Render(
            plan, RenderedFolder.Legacy, new Dictionary<string, string> { [Script] = script }, diagnostics);
    }
}
