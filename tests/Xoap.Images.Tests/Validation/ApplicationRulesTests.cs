using Xoap.Images.Tests.Infra;
using static Xoap.Images.Tests.Validation.ImageRulesTests;

namespace Xoap.Images.Tests.Validation;

public class ApplicationRulesTests
{
    [Fact]
    public void An_application_stands_once_in_a_group() => HasProblem(
        Project().Item("ApplicationGroup", "twice", "Applications=chrome;Chrome"),
        "XIMG2280",
        "ApplicationGroup.twice.Applications",
        "Application group 'twice' lists the application 'chrome' twice, but an application stands at most once in a group. Remove one; in another group it may stand again.");

    [Fact]
    public void A_group_stands_once_in_an_application_role() => HasProblem(
        Project().Item("ApplicationRole", "twice", "Groups=browsers;browsers"),
        "XIMG2281",
        "ApplicationRole.twice.Groups",
        "Application role 'twice' lists the application group 'browsers' twice, but a group stands at most once in a role. Remove one.");

    [Theory]
    [InlineData("ApplicationGroup", "browser", "browsers")]
    [InlineData("ApplicationRole", "desktops", "desktop")]
    public void What_is_installed_is_there(string kind, string wanted, string meant) => HasProblem(
        Project(("apps", kind + "Installer", [$"{kind}={wanted}"])),
        "XIMG2282",
        "Provisioner.apps." + kind,
        $"'apps' installs the {kind} '{wanted}', but there is no {kind} of that name. Did you mean '{meant}'?");

    [Fact]
    public void An_installer_of_an_empty_group_is_a_warning() => HasProblem(
        Project(("apps", "ApplicationGroupInstaller", ["ApplicationGroup=none"])).Item("ApplicationGroup", "none"),
        "XIMG2283",
        "Provisioner.apps.ApplicationGroup",
        "'apps' installs the ApplicationGroup 'none', which has no application. List applications in an ApplicationGroup, or remove the step.");

    [Theory]
    [InlineData("ApplicationGroupInstaller", "ApplicationGroup")]
    [InlineData("ApplicationRoleInstaller", "ApplicationRole")]
    [InlineData("DscLocalConfiguration", "Configuration")]
    public void A_type_needs_its_own_settings(string type, string setting) => HasProblem(
        Project(("x", type, [])), "XIMG2020", "Provisioner.x", $"'x' has no {setting}, which type {type} needs. Write {setting}=\"…\".");

    [Fact]
    public void What_is_neither_a_script_nor_compiled_is_not_called_compiled() => HasProblem(
        Project(("x", "DscLocalConfiguration", ["Configuration=web.txt", "ConfigurationName=Web"])),
        "XIMG2290",
        "Provisioner.x.ConfigurationName",
        "'x' has ConfigurationName, which counts while a script is compiled, but its Configuration '/projects/web/web.txt' is no script (.ps1). Remove ConfigurationName, or name the script.");

    [Theory]
    [InlineData("ConfigurationName=Web", "ConfigurationName")]
    [InlineData("ConfigurationData=web.psd1", "ConfigurationData")]
    public void What_counts_while_compiling_does_not_stand_beside_a_compiled_configuration(string metadata, string setting) => HasProblem(
        Project(("x", "DscLocalConfiguration", ["Configuration=dsc/web.mof", metadata])),
        "XIMG2290",
        "Provisioner.x." + setting,
        $"'x' has {setting}, which counts while a script is compiled, but its Configuration '/projects/web/dsc/web.mof' is no script (.ps1). Remove {setting}, or name the script.");

    [Fact]
    public void Data_comes_from_a_data_file() => HasProblem(
        Project(("x", "DscLocalConfiguration", ["Configuration=web.ps1", "ConfigurationData=web.json"])),
        "XIMG2291",
        "Provisioner.x.ConfigurationData",
        "'x' has the ConfigurationData '/projects/web/web.json', but DSC reads its data from a .psd1 file. Name one.");

    [Fact]
    public void A_pull_server_is_named() => HasProblem(
        Project(("x", "DscPullserverConfiguration", [])),
        "XIMG2292",
        "Provisioner.x",
        "'x' does not say which server has its configuration. Write WorkspaceId and GroupName, or ServerUrl, RegistrationKey and ConfigurationNames.");

    [Fact]
    public void A_pull_server_is_one() => HasProblem(
        Project(("x", "DscPullserverConfiguration", ["WorkspaceId=ws-12345678", "GroupName=g", "RegistrationKey=env:KEY"])),
        "XIMG2293",
        "Provisioner.x.RegistrationKey",
        "'x' has both WorkspaceId, GroupName and RegistrationKey, which stand for different servers. Keep one of the two.");

    [Theory]
    [InlineData("WorkspaceId=ws-12345678", "GroupName")]
    [InlineData("GroupName=g", "WorkspaceId")]
    [InlineData("ServerUrl=https://dsc.example.com/PSDSCPullServer.svc", "RegistrationKey and no ConfigurationNames")]
    [InlineData("RegistrationKey=env:KEY|ConfigurationNames=Web", "ServerUrl")]
    public void A_pull_server_is_named_completely(string metadata, string missing) => HasProblem(
        Project(("x", "DscPullserverConfiguration", metadata.Split('|'))),
        "XIMG2294",
        "Provisioner.x." + metadata[..metadata.IndexOf('=')],
        $"'x' has no {missing}, which its server needs. Write what is missing.");

    [Theory]
    [InlineData("12345678")]
    [InlineData("ws-1234567")]
    [InlineData("ws-1234567_")]
    public void A_workspace_id_has_its_form(string id) => HasProblem(
        Project(("x", "DscPullserverConfiguration", ["WorkspaceId=" + id, "GroupName=g"])),
        "XIMG2295",
        "Provisioner.x.WorkspaceId",
        $"'{id}' is no workspace id. Expected ws- and at least 8 letters and digits, as the workspace's page shows it.");

    [Theory]
    [InlineData("a/b")]
    [InlineData("Gruppe'")]
    public void A_group_name_has_its_form(string name) => HasProblem(
        Project(("x", "DscPullserverConfiguration", ["WorkspaceId=ws-12345678", "GroupName=" + name])),
        "XIMG2296",
        "Provisioner.x.GroupName",
        $"'{name}' is no group name. Expected 1 to 64 letters, digits, spaces and . _ @ -.");

    [Theory]
    [InlineData("http://dsc.example.com/PSDSCPullServer.svc")]
    [InlineData("dsc.example.com")]
    public void A_server_is_reached_by_https(string address) => HasProblem(
        Project(("x", "DscPullserverConfiguration", ["ServerUrl=" + address, "RegistrationKey=env:KEY", "ConfigurationNames=Web"])),
        "XIMG2297",
        "Provisioner.x.ServerUrl",
        $"'{address}' is no address of a pull server. Expected https:// and the path of its service, such as https://dsc.example.com:8080/PSDSCPullServer.svc.");

    [Fact]
    public void What_is_complete_has_no_problem() => Assert.Empty(Problems(Project(
        ("role", "ApplicationRoleInstaller", ["ApplicationRole=Desktop"]),
        ("local", "DscLocalConfiguration", ["Configuration=web.PS1", "ConfigurationData=web.psd1", "ConfigurationName=Web"]),
        ("xoap", "DscPullserverConfiguration", ["WorkspaceId=ws-AbC123456", "GroupName=Servers_2025 @dc-1.a"]),
        ("other", "DscPullserverConfiguration", ["ServerUrl=https://x/y.svc", "RegistrationKey=file:key.txt", "ConfigurationNames=A;B"]))));

    private static ImageSourceBuilder Project(params (string Name, string Type, string[] Metadata)[] provisioners) =>
        (provisioners.Length == 0 ? WindowsImage.Project(("a", "PowerShellCommand", ["Command=a"])) : WindowsImage.Project(provisioners))
            .Item("Application", "chrome", "Package=packages/chrome.zip")
            .Item("ApplicationGroup", "browsers", "Applications=chrome")
            .Item("ApplicationRole", "desktop", "Groups=browsers");
}
