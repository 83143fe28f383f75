using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>Images with tests at the end of their build, as approved; and Packer's own opinion of them.</summary>
public class TestGoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden", "Tests");
    private static readonly string Project = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden", "Sources").Replace('\\', '/');
    private static readonly SettingValue Password = new SettingValue.Secret(new SecretReference(SecretSource.Env, "PASSWORD"));

    private static readonly Setting Variables = A.Map(
        "EnvironmentVariables", ("GREETING", new SettingValue.Text("it's")), ("TOKEN", new SettingValue.Secret(new SecretReference(SecretSource.Env, "TOKEN"))));

    public static TheoryData<string> Cases => ["Linux", "Windows"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_folder_is_as_approved(string name)
    {
        var diagnostics = new DiagnosticBag();
        var image = RenderedFolder.Render(Plan(name), RenderedFolder.Legacy, diagnostics);
        Assert.Empty(diagnostics);
        var archived = image.Files.SelectMany(file => file.Archived.Select(inside => $"{file.Path}: {inside.Name}\n"));
        Approved.Folder(
            Path.Combine(Folder, name),
            [
                .. image.Files.Where(file => file.Text is not null).Select(file => (file.Path, file.Text!)),
                ("archived.txt", string.Concat(archived)),
            ]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Packer_formats_it_the_same_way_and_finds_it_valid(string name)
    {
        using var rendered = RenderedFolder.Of(Plan(name), RenderedFolder.Legacy);
        Assert.Empty(await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]));
        await Packer.Succeeds(
            rendered.Path,
            ["validate", "."],
            [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "x"))]);
    }

    /// <summary>Keys depend on where the repository lies; rendering only copies them.</summary>
    private static BuildPlan Plan(string name) => Tested.Plan(name == "Linux" ? Linux() : Windows()) with
    {
        ImageName = name,
        ContentKey = new Fingerprint("c0ffee", []),
        TargetKey = new Fingerprint("7a26e7", []),
    };

    private static ImageDefinition Linux() => A.Image(A.Command("Install")) with
    {
        Variants = [Reached(A.Qemu(), "ssh")],
        BatsFolder = Project + "/bats",
        Tests =
        [
            Tested.File(Project, "tests/web.bats", TestFramework.Bats),
            Tested.File(Project, "tests/ports.sh", TestFramework.Tap) with
            {
                Login = new TestLogin("root", null, null, false),
                Environment = Variables,
            },
        ],
    };

    private static ImageDefinition Windows() => A.Image(A.Provisioner("Install", "PowerShellCommand", "powershell", A.Text("Command", "hostname"))) with
    {
        Variants = [Reached(A.Windows("qemu", "OnPremises"), "winrm")],
        Seal = "None",
        Tests =
        [
            Tested.File(Project, "tests/host.Tests.ps1", TestFramework.Pester),
            Tested.File(Project, "tests/ports.sh", TestFramework.JUnit) with
            {
                Results = @"C:\junit.xml",
                Environment = Variables,
                Login = new TestLogin(null, A.Text("ElevatedUser", "admin"), A.Text("ElevatedPassword", "") with { Value = Password }, true),
            },
        ],
    };

    private static Variant Reached(Variant variant, string communicator) => variant with
    {
        Component = variant.Component with
        {
            Settings =
            [
                A.Text("communicator", communicator), A.Text(communicator + "_username", "packer"),
                A.Text(communicator + "_password", "") with { Value = Password }, A.Text("shutdown_command", "shutdown"),
                A.Text("iso_url", "disk.qcow2"), A.Text("iso_checksum", "none"), A.Flag("disk_image"),
            ],
        },
    };
}
