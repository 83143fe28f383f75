using Xoap.Images.Diagnostics;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

public sealed class DscTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("configuration Web { }", "Web")]
    [InlineData("Configuration 'Web.Server'\n{ }", "Web.Server")]
    [InlineData("  CONFIGURATION \"a-b\" {", "a-b")]
    [InlineData("configuration One { }\nconfiguration Two { }; configuration one { }", "One,Two")]
    [InlineData("[DscLocalConfigurationManager()]\nconfiguration Settings { }\nconfiguration Web { }", "Web")]
    [InlineData("[ dsclocalconfigurationmanager( ) ] configuration Settings { }", "")]
    [InlineData("# configuration Old { }\n<# configuration Older { } #>", "")]
    [InlineData("$configuration Web { }\n$x.configuration Web {", "")]
    [InlineData("Start-DscConfiguration x\nconfiguration = 1", "")]
    public void The_configurations_of_a_script_are_seen(string script, string expected) =>
        Assert.Equal(expected, string.Join(',', DscText.Configurations(script)));

    [Fact]
    public void The_only_configuration_is_the_one()
    {
        var script = Render("configuration Web { }").Files.Single(file => file.Path == "steps/001-x.ps1").Text;
        Assert.Contains(" -Name 'Web' ", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_without_a_configuration_is_a_diagnostic() => HasProblem(
        "Write-Output 1", "XIMG3062", "Configuration", "'{0}' has no configuration. Expected a block: configuration Name {{ … }}.");

    [Fact]
    public void A_configuration_that_the_script_does_not_have_is_a_diagnostic() => HasProblem(
        "configuration WebServer { }\nconfiguration Database { }",
        "XIMG3063",
        "ConfigurationName",
        "'{0}' has no configuration 'WebServr'. Did you mean 'WebServer'? It has: WebServer, Database.",
        "ConfigurationName=WebServr");

    [Fact]
    public void Several_configurations_need_a_choice() => HasProblem(
        "configuration WebServer { }\nconfiguration Database { }",
        "XIMG3064",
        "Configuration",
        "'{0}' has several configurations: WebServer, Database. Write ConfigurationName with the one to apply.");

    [Theory]
    [InlineData("web.txt", "web.txt")]
    [InlineData("folder/inner/localhost.mof", "folder")]
    public void What_is_no_configuration_is_a_diagnostic(string file, string configuration)
    {
        _folder.Write(file, "x");
        Read.IsProblem(
            Problems(configuration),
            "XIMG3065",
            "Provisioner.x.Configuration",
            $"'{_folder[configuration]}' is no DSC configuration. Expected a script (.ps1), a compiled configuration (.mof), or a folder with compiled ones.");
    }

    [Theory]
    [InlineData("Restarts=0", 0)]
    [InlineData("RestartTimeout=1h", 2)]
    [InlineData("Restarts=10", 10)]
    public void Windows_restarts_as_often_as_it_may(string metadata, int restarts)
    {
        var template = Render("configuration Web { }", metadata).Files[0].Text!;
        Assert.Equal(restarts, template.Split("provisioner \"windows-restart\"").Length - 1);
        Assert.Equal(restarts, template.Split("-continue-").Length - 1);
        Assert.Contains("001-x-test.ps1", template, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_only_staged_is_not_tested()
    {
        var image = Render("configuration Web { }", "Mode=StageOnly");
        Assert.Equal(["steps/001-x-files.ps1", "steps/001-x.ps1"], image.Files.Select(file => file.Path).Where(path => path.StartsWith("steps/", StringComparison.Ordinal)));
        Assert.Contains(" -StageOnly", image.Files.Single(file => file.Path == "steps/001-x.ps1").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_registration_key_stands_in_no_file()
    {
        var project = WindowsImage.Project(
            ("x", "DscPullserverConfiguration", ["ServerUrl=https://x/y.svc", "RegistrationKey=env:DSC_KEY", "ConfigurationNames=A"]));
        var image = WholeImage.Render(project, RenderedFolder.Legacy);
        Assert.Contains("environment_vars = [\"DSC_REGISTRATION_KEY=${base64encode(var.env_dsc_key)}\"]", image.Files[0].Text!
            .Replace("environment_vars  ", "environment_vars ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(image.Secrets, secret => secret.Reference.Name == "DSC_KEY");
    }

    private void HasProblem(string script, string code, string metadatum, string message, params string[] metadata)
    {
        var path = _folder.Write("web.ps1", script);
        Read.IsProblem(
            Problems("web.ps1", metadata), code, "Provisioner.x." + metadatum, string.Format(System.Globalization.CultureInfo.InvariantCulture, message, path));
    }

    private Diagnostic[] Problems(string configuration, params string[] metadata) => WholeImage.Problems(
        WindowsImage.Project(("x", "DscLocalConfiguration", ["Configuration=" + _folder[configuration], .. metadata])));

    private RenderedImage Render(string script, params string[] metadata)
    {
        var path = _folder.Write("web.ps1", script);
        return WholeImage.Render(
            WindowsImage.Project(("x", "DscLocalConfiguration", ["Configuration=" + path, .. metadata])), RenderedFolder.Legacy);
    }
}
