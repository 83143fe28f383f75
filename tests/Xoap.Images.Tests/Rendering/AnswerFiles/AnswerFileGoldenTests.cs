using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering.AnswerFiles;

/// <summary>From the project's text to the folder that Packer runs: every installer, every medium.</summary>
public class AnswerFileGoldenTests
{
    private const string Secret = "S3cret&<1>";

    private const string Url = "IsoUrl=https://isos.example/install.iso";

    private static readonly string Checksum = $"IsoChecksum=sha256:{new string('a', 64)}";
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden");
    private static readonly string Sources = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "AnswerFiles", "Sources");

    public static TheoryData<string> Cases => [.. All.Select(entry => entry.Name)];

    private static (string Name, PackerProfile Profile, ImageSourceBuilder Project)[] All =>
    [
        ("WindowsOnVSphere", PackerProfile.Newest, OnVSphere(Windows())),
        ("WindowsOnVSphereLegacy", RenderedFolder.Legacy, OnVSphere(Windows())),
        ("WindowsOnQemu", PackerProfile.Newest, OnQemu(WindowsTemplate())),
        ("WindowsOnQemuLegacy", RenderedFolder.Legacy, OnQemu(WindowsTemplate())),
        ("WindowsOnHyperV", PackerProfile.Newest, OnHyperV(WindowsTemplate("AnswerFileMedium=Floppy"))),
        ("WindowsOnHyperVLegacy", RenderedFolder.Legacy, OnHyperV(Windows("AnswerFileMedium=Floppy"))),
        ("PreseedOverHttp", RenderedFolder.Legacy, OnQemu(
            Linux("linux/debian-12-server.cfg", "Templated=true"),
            "BootCommand=<esc><wait>auto url=http://{{ .HTTPIP }}:{{ .HTTPPort }}/preseed.cfg<enter>")),
        ("CloudInitOnCd", RenderedFolder.Legacy, OnQemu(Linux("linux/server.yaml"))),
        ("CloudInitOnProxmox", PackerProfile.Newest, OnProxmox(Linux("linux/server.yaml", "Node=pve1"))),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_folder_is_as_approved(string name)
    {
        var (_, profile, project) = All.Single(entry => entry.Name == name);
        using var rendered = RenderedFolder.Of(Plan(name, project), profile);
        var copies = rendered.Image.Files.Where(file => file.CopyOf is not null)
            .Select(file => $"{file.Path} <- {Path.GetRelativePath(Sources, file.CopyOf!)}\n");
        var secret = rendered.Image.PrivateFiles
            .Select(file => $"{file.Path} <- {(file.CopyOf is { } path ? Path.GetRelativePath(Sources, path) : Shown(file))}\n");
        Approved.Folder(
            Path.Combine(Folder, name),
            [
                .. rendered.Image.Files.Where(file => file.Text is not null).Select(file => (Path.HasExtension(file.Path) ? file.Path : file.Path + ".txt", file.Text!)),
                ("copies.txt", string.Concat(copies)),
                ("private.txt", string.Concat(secret)),
            ]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Packer_formats_it_the_same_way_and_finds_it_valid(string name)
    {
        var (_, profile, project) = All.Single(entry => entry.Name == name);
        using var rendered = RenderedFolder.Of(Plan(name, project), profile);
        Assert.Empty(await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]));
        if (profile != RenderedFolder.Legacy)
        {
            return;
        }

        using var temporary = new TempFolder();
        var secrets = rendered.Image.Secrets.Select(secret => KeyValuePair.Create(secret.Name, Secret));
        PrivateFolder.Write(Path.Combine(temporary.Path, PrivateFolder.Name), rendered.Image.PrivateFiles, [.. secrets]);
        await Packer.Succeeds(
            rendered.Path,
            ["validate", "."],
            [
                .. secrets.Concat(PrivateFolder.Variables(temporary.Path, rendered.Image.PrivateFiles))
                    .Select(variable => (TemplateVariables.EnvironmentName(variable.Key), variable.Value)),
            ]);
    }

    [Fact]
    public void A_private_file_has_the_escaped_secret_and_nobody_else_may_read_it()
    {
        var (_, profile, project) = All.Single(entry => entry.Name == "WindowsOnQemuLegacy");
        using var rendered = RenderedFolder.Of(Plan("x", project), profile);
        using var temporary = new TempFolder();
        PrivateFolder.Write(
            temporary["private"], rendered.Image.PrivateFiles, [.. rendered.Image.Secrets.Select(secret => KeyValuePair.Create(secret.Name, Secret))]);
        var file = Path.Combine(temporary["private"], "Autounattend.xml");
        Assert.Contains("<Value>S3cret&amp;&lt;1&gt;</Value>", File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private static string Shown(PrivateFile file) =>
        string.Concat(file.Parts.Select(part => part.Variable is null ? part.Text : $"[{part.Escape} {part.Variable}]"));

    private static BuildPlan Plan(string name, ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read(project.Property("ImageName", name).Build(), diagnostics);
        var contents = SourceReader.Read(Planner.Sources(definition), new HashCache("/none"), diagnostics);
        Assert.Empty(diagnostics);
        var plan = Planner.Plan(definition, contents, diagnostics).Single();
        return plan with { ContentKey = new Fingerprint("c0ffee", []), TargetKey = new Fingerprint("7a26e7", []) };
    }

    private static ImageSourceBuilder Windows(params string[] metadata) => An.Image().OperatingSystem(
        "windows-server-2025",
        [
            "Platform=Windows",
            "Version=24H2",
            $"AnswerFile={Sources}/windows/Autounattend_WS2025_EN.xml",
            $"SetupFiles={Sources}/windows/enable-winrm.ps1;{Sources}/windows/drivers",
            .. metadata,
        ]);

    private static ImageSourceBuilder WindowsTemplate(params string[] metadata) => Windows(
    [
        $"AnswerFile={Sources}/windows/Autounattend_WS2025_Template.xml",
        "Templated=true",
        "TemplateVariables=AdminPassword=env:ADMIN_PASSWORD",
        .. metadata,
    ]);

    private static ImageSourceBuilder Linux(string answers, params string[] metadata) =>
        An.Image().OperatingSystem("linux", ["Platform=Linux", $"AnswerFile={Sources}/{answers}", .. metadata]);

    private static ImageSourceBuilder OnVSphere(ImageSourceBuilder project) => Hello(project, "VSphereIso",
    [
        "VcenterServer=vcenter.example", "Username=env:VSPHERE_USER", "Password=env:VSPHERE_PASSWORD", "Host=esx1", "Datastore=datastore1",
        "GuestOsType=windows2022srvNext_64Guest", "Communicator=winrm", "WinrmUsername=Administrator", "WinrmPassword=env:ADMIN_PASSWORD",
        Url, Checksum,
    ]).Item("BuilderBlock", "disk0", "Builder=builder", "Block=storage", "DiskSize=61440");

    private static ImageSourceBuilder OnQemu(ImageSourceBuilder project, params string[] metadata) => Hello(project, "Qemu",
        ["SshUsername=packer", "SshPassword=env:SSH_PASSWORD", Url, Checksum, .. metadata]);

    private static ImageSourceBuilder OnHyperV(ImageSourceBuilder project) => Hello(project, "HyperVIso",
        ["Communicator=winrm", "WinrmUsername=Administrator", "WinrmPassword=env:ADMIN_PASSWORD", Url, Checksum]);

    private static ImageSourceBuilder OnProxmox(ImageSourceBuilder project) => Hello(project, "ProxmoxIso",
        ["ProxmoxUrl=https://pve.example:8006/api2/json", "Username=env:PVE_USER", "Password=env:PVE_PASSWORD", "SshUsername=packer"])
        .Item("BuilderBlock", "installer", "Builder=builder", "Block=boot_iso", "IsoFile=local:iso/debian-12.iso")
        .Item("BuilderBlock", "answers", "Builder=builder", "Block=additional_iso_files", "IsoStoragePool=local", "Unmount=true");

    private static ImageSourceBuilder Hello(ImageSourceBuilder project, string type, string[] metadata) => project
        .Builder("builder", type, metadata)
        .Provisioner("hello", "LocalCommand", "Command=echo hello", "Timeout=5m")
        .Group("basics", "hello")
        .Role("server", "basics");
}
