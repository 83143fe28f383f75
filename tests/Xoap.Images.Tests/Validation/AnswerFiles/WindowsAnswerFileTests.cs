using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Validation.AnswerFiles;

public class WindowsAnswerFileTests
{
    private static readonly string Sources = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "AnswerFiles", "Sources", "windows");
    private static readonly string Good = Sample("Autounattend_WS2025_EN.xml");

    [Fact]
    public void Files_without_mistakes_have_no_problems()
    {
        Assert.Empty(Problems(Good));
        Assert.Empty(Problems(Sample("Autounattend_WS2025_Template.xml"), ["Templated=true", "TemplateVariables=AdminPassword=env:P"]));
        Assert.Empty(Problems(Good, ["Edition=Standard"]));
    }

    [Fact]
    public void What_is_no_XML_is_an_error_at_its_place()
    {
        IsProblem(
            Problems(Good.Replace("</UILanguage>", "</UILang>", StringComparison.Ordinal)),
            "XIMG2200",
            "5:26",
            "The answer file is not well-formed XML: The 'UILanguage' start tag on line 5 position 8 does not match the end tag of 'UILang'. The installer would ignore all of it.");
        Assert.Equal("XIMG2200", Assert.Single(Problems("")).Code);
    }

    [Fact]
    public void A_template_is_checked_where_its_places_are()
    {
        var template = Sample("Autounattend_WS2025_Template.xml");
        var flags = new[] { "Templated=true", "TemplateVariables=AdminPassword=env:P" };
        Assert.Empty(Problems("{{! for all of them }}\n" + template, flags));
        IsProblem(
            Problems(template.Replace("{{xml AdminPassword}}", "{{#if AdminPassword}}Geheim{{/if}}", StringComparison.Ordinal), flags),
            "XIMG2204",
            "31:11",
            "A password stands in the answer file for everyone to read. Write {{xml Password}} (outside XML {{Password}}) here, and Templated=\"true\" TemplateVariables=\"Password=env:NAME\" on the operating system.");
    }

    [Fact]
    public void A_component_of_another_architecture_is_an_error()
    {
        IsProblem(
            Problems(Good.Replace("amd64", "x86", StringComparison.Ordinal)),
            "XIMG2201",
            "4:66",
            "Component 'Microsoft-Windows-International-Core-WinPE' is for x86, so Windows Setup ignores it on 'windows'. Write processorArchitecture=\"amd64\", or correct Architecture on the operating system.");
        Assert.Equal(["XIMG2201"], Codes(Problems(Good, ["Architecture=arm64"])));
        Assert.Empty(Problems(Good.Replace("amd64", "arm64", StringComparison.Ordinal), ["Architecture=arm64"]));
    }

    [Fact]
    public void One_file_may_serve_two_architectures()
    {
        const string Start = "    <component name=\"Microsoft-Windows-International-Core-WinPE\" processorArchitecture=\"arm64\"/>\n  </settings>\n  <settings pass=\"oobe";
        Assert.Empty(Problems(Good.Replace("  </settings>\n  <settings pass=\"oobe", Start, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/IMAGE/INDEX", "2", "", "")]
    [InlineData("/IMAGE/NAME", "Windows 11 Enterprise", "Enterprise", "")]
    [InlineData("/IMAGE/NAME", "Windows 11 Pro", "Enterprise", "XIMG2203")]
    [InlineData("/IMAGE/NAME", "{{Image}}", "Enterprise", "")]
    [InlineData("/OTHER", "x", "Enterprise", "XIMG2202")]
    public void The_edition_to_install_is_selected_and_the_right_one(string key, string value, string edition, string expected)
    {
        var text = Good.Replace("/IMAGE/NAME", key, StringComparison.Ordinal)
            .Replace("Windows Server 2025 SERVERSTANDARD", value, StringComparison.Ordinal);
        Assert.Equal(expected, string.Concat(Codes(Problems(text, ["Templated=true", .. edition.Length > 0 ? [$"Edition={edition}"] : Array.Empty<string>()]))));
    }

    [Fact]
    public void Messages_about_editions_say_what_to_do()
    {
        IsProblem(
            Problems(Good, ["Edition=Datacenter"]),
            "XIMG2203",
            "11:13",
            "The answer file installs 'Windows Server 2025 SERVERSTANDARD', but the Edition of 'windows' is 'Datacenter'. Correct one of them.");
        IsProblem(
            Problems(Good.Replace("/IMAGE/NAME", "/X", StringComparison.Ordinal)),
            "XIMG2202",
            "7:5",
            "Nothing says which edition to install, so Windows Setup may stop and ask. Write InstallFrom with MetaData of the key /IMAGE/NAME or /IMAGE/INDEX, or a ProductKey.");
        Assert.Empty(Problems(Good.Replace("/IMAGE/NAME", "/X", StringComparison.Ordinal).Replace(
            "<AcceptEula>", "<ProductKey><Key>AAAAA-BBBBB-CCCCC-DDDDD-EEEEE</Key></ProductKey><AcceptEula>", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<AutoLogon><Password><Value>Geheim</Value></Password></AutoLogon>", "XIMG2204")]
    [InlineData("<AdministratorPassword><Value>Geheim</Value><PlainText>true</PlainText></AdministratorPassword>", "XIMG2204")]
    [InlineData("<Credentials><Password>Geheim</Password></Credentials>", "XIMG2204")]
    [InlineData("<AdministratorPassword><Value>RwBlAA==</Value><PlainText>false</PlainText></AdministratorPassword>", "")]
    [InlineData("<AdministratorPassword><Value></Value></AdministratorPassword>", "")]
    public void A_readable_password_is_told(string element, string expected) => Assert.Equal(
        expected,
        string.Concat(Codes(Problems(Good.Replace("<FirstLogonCommands>", element + "<FirstLogonCommands>", StringComparison.Ordinal)))));

    [Fact]
    public void Somebody_opens_WinRM()
    {
        IsProblem(
            Problems(Good, setup: ["# Enable-PSRemoting"], names: ["enable-winrm.ps1"], edit: text => text.Replace("E:\\enable-winrm", "C:\\enable", StringComparison.Ordinal)),
            "XIMG2205",
            "29:7",
            "The builder waits for WinRM, but neither the answer file nor a setup file mentions it. Enable it in FirstLogonCommands, for example with a script of SetupFiles.");
        Assert.Empty(Problems(Good, builder: ["Communicator=none"], edit: text => text.Replace("enable-winrm", "enable", StringComparison.Ordinal), names: ["enable.ps1"]));
    }

    [Fact]
    public void Somebody_opens_SSH() => IsProblem(
        Problems(Good, builder: ["Communicator=ssh", "SshUsername=Administrator"]),
        "XIMG2206",
        "29:7",
        "The builder waits for SSH, but neither the answer file nor a setup file installs a server for it. Add the capability OpenSSH.Server and start sshd in FirstLogonCommands, or use WinRM (Communicator=\"winrm\").");

    [Fact]
    public void A_script_that_is_run_is_on_the_medium() => IsProblem(
        Problems(Good, names: ["enable-winrn.ps1"]),
        "XIMG2209",
        "32:11",
        "The command runs 'enable-winrm.ps1' from a medium, but no setup file has that name. Did you mean 'enable-winrn.ps1'? List it in SetupFiles.");

    private static string Sample(string name) => File.ReadAllText(Path.Combine(Sources, name)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Codes(IEnumerable<Diagnostic> problems) => problems.Select(problem => problem.Code);

    private static void IsProblem(Diagnostic[] problems, string code, string place, string message)
    {
        var problem = Assert.Single(problems);
        Assert.Equal(
            (code, $"{AnswerFileProblems.Path}:{place}", message),
            (problem.Code, $"{problem.Origin.File}:{problem.Origin.Line}:{problem.Origin.Column}", problem.Message));
    }

    private static Diagnostic[] Problems(
        string text,
        string[]? system = null,
        string[]? builder = null,
        ImmutableArray<string>? setup = null,
        ImmutableArray<string>? names = null,
        Func<string, string>? edit = null) => AnswerFileProblems.Of(
        edit?.Invoke(text) ?? text, "Windows", system ?? [], builder ?? ["Communicator=winrm"], setup ?? [], names ?? ["enable-winrm.ps1"]);
}
