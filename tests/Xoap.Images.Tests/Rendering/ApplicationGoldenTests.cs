using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>Applications and DSC, from the project's text to the rendered folder; and Packer's own opinion of it.</summary>
public class ApplicationGoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden");
    private static readonly PackerProfile Modern = PackerProfile.Newest;

    public static TheoryData<string> Cases => [.. All.Select(entry => entry.Name)];

    private static (string Name, PackerProfile Profile, ImageSourceBuilder Project)[] All =>
    [
        ("ApplicationGroup", RenderedFolder.Legacy, Group()),
        ("ApplicationRole", RenderedFolder.Legacy, Role()),
        ("ApplicationRoleModern", Modern, Role("ElevatedUser=packer:build.User", "ValidExitCodes=0;5", "RestartTimeout=45m")),
        ("DscLocal", RenderedFolder.Legacy, Windows(
            ("Small", "DscLocalConfiguration", ["Configuration=" + Source("dsc/web.ps1"), "Restarts=0"]))),
        ("DscLocalFull", RenderedFolder.Legacy, FullDsc()),
        ("DscLocalModern", Modern, FullDsc()),
        ("DscPullserver", RenderedFolder.Legacy, Pullserver()),
        ("DscPullserverModern", Modern, Pullserver()),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_folder_is_as_approved(string name)
    {
        var (_, profile, project) = All.Single(entry => entry.Name == name);
        var files = Render(project, profile).Image.Files;
        var copies = files.SelectMany(file => file.Archived.Select(
            entry => $"{file.Path}: {entry.Name} <- {Path.GetRelativePath(Path.Combine(Folder, "Sources"), entry.CopyOf)}\n"));
        Approved.Folder(
            Path.Combine(Folder, "Windows", name),
            [
                .. files.Where(file => file.Text is not null).Select(file => (file.Path, file.Text!)),
                ("copies.txt", string.Concat(copies)),
            ]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Packer_formats_it_the_same_way_and_finds_it_valid(string name)
    {
        var (_, profile, project) = All.Single(entry => entry.Name == name);
        using var rendered = Render(project, profile);
        Assert.Empty(await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]));
        if (profile == RenderedFolder.Legacy)
        {
            await Packer.Succeeds(
                rendered.Path,
                ["validate", "."],
                [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "x"))]);
        }
    }

    private static RenderedFolder Render(ImageSourceBuilder project, PackerProfile profile) => RenderedFolder.Of(
        WholeImage.Plan(project) with
        {
            ContentKey = new Fingerprint("c0ffee", []),
            TargetKey = new Fingerprint("7a26e7", []),
        },
        profile);

    private static ImageSourceBuilder Group() => Windows(("Small", "ApplicationGroupInstaller", ["ApplicationGroup=tools"]))
        .Item("Application", "Viewer 2", "Package=" + Source("apps/viewer"))
        .Item("ApplicationGroup", "tools", "Applications=viewer 2");

    private static ImageSourceBuilder Role(params string[] more) =>
        Windows(("Full", "ApplicationRoleInstaller", ["ApplicationRole=desktop", "MaxRetries=1", "PauseBefore=10s", .. more]))
            .Item("Application", "erp", "Package=" + Source("apps/erp"), "Arguments=-Site 'Berlin' -Title \"it's {{ 1 }} ${x}\"")
            .Item("Application", "browser", "Package=" + Source("apps/browser-140.zip"), "Groups=internet")
            .Item("Application", "viewer", "Package=" + Source("apps/viewer"))
            .Item("ApplicationGroup", "internet", "Roles=desktop")
            .Item("ApplicationGroup", "office", "Applications=erp;viewer;browser")
            .Item("ApplicationRole", "desktop", "Groups=office");

    private static ImageSourceBuilder FullDsc() => Windows(
        (
            "Full",
            "DscLocalConfiguration",
            [
                "Configuration=" + Source("dsc/web.ps1"),
                "ConfigurationName=webserver",
                "ConfigurationData=" + Source("dsc/web.psd1"),
                $"Modules={Source("dsc/modules/WebTools")};{Source("dsc/NetTools.zip")};{Source("dsc/modules/*/*/*.psd1")}",
                "Restarts=1",
                "RestartTimeout=10m",
                "ElevatedUser=SYSTEM",
            ]),
        ("Compiled", "DscLocalConfiguration", ["Configuration=" + Source("dsc/compiled"), "Restarts=0"]),
        ("Later", "DscLocalConfiguration", ["Configuration=" + Source("dsc/compiled/localhost.mof"), "Mode=stageonly"]));

    private static ImageSourceBuilder Pullserver() => Windows(
        ("Small", "DscPullserverConfiguration", ["WorkspaceId=ws-1a2b3c4d5e", "GroupName=Servers 2025", "Restarts=0"]),
        (
            "Full",
            "DscPullserverConfiguration",
            [
                "ServerUrl=https://dsc.example.com:8080/PSDSCPullServer.svc",
                "RegistrationKey=env:DSC_KEY",
                "ConfigurationNames=Baseline;Web",
                "Restarts=1",
                "ElevatedUser=packer:build.User",
            ]))
        .Provisioner("Last", "PowerShellCommand", "Command=Clear-EventLog -LogName System", "Timeout=1h", "Groups=last")
        .Group("last", "", "Seal=true", "Roles=server");

    private static ImageSourceBuilder Windows(params (string Name, string Type, string[] Metadata)[] provisioners) =>
        WindowsImage.Project(provisioners);

    private static string Source(string relative) => Path.Combine(Folder, "Sources", "windows", relative);
}
