using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Booting;

/// <summary>What boots the image of every builder, small and full, as approved; and Packer's own opinion of it.</summary>
public class BootGoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Booting", "Golden");

    /// <summary>By type: what came out of the builder, and whether Packer 1.6 can boot it.</summary>
    private static readonly (string Type, bool Legacy, BuiltArtifact[] Artifacts)[] OfTypes =
    [
        ("Qemu", true, [Local("Corp.Base-v3.qcow2")]),
    ];

    private static readonly (string Name, bool Legacy, ImageSourceBuilder Project, BuiltArtifact[] Artifacts)[] All =
    [
        .. OfTypes.SelectMany(type => OnPremises.All.Where(entry => entry.Type == type.Type).SelectMany(
            entry => ((string, bool, ImageSourceBuilder, BuiltArtifact[])[])
            [
                (type.Type + "/Small", type.Legacy, entry.Small, type.Artifacts),
                (type.Type + "/Full", type.Legacy, entry.Full, type.Artifacts),
            ])),
        ("Null", true, An.Image().Builder("host", "Null", "SshHost=192.0.2.7", "SshUsername=root", "SshPassword=env:ROOT_PASSWORD").Server(), [new("Null")]),
        ("QemuFirmware", false, Debian("EfiBoot=true", "Vtpm=true"), [Local("web-v3/efivars.fd"), Local("web-v3/web-v3.qcow2")]),
        ("QemuRaw", true, Debian("Format=raw", "DiskSizeGB=20"), [Local("web-v3.img")]),
        ("QemuAsItIs", true, Debian("SkipResizeDisk=true"), [new("web-v3.qcow2", "/images/web-v3.qcow2")]),
    ];

    public static TheoryData<string> Cases => [.. All.Select(entry => entry.Name)];

    public static TheoryData<string> LegacyCases => [.. All.Where(entry => entry.Legacy).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_folder_is_as_approved(string name)
    {
        var modern = Render(name, PackerProfile.Newest).Files.Select(file => (file.Path.EndsWith(".pkr.hcl", StringComparison.Ordinal) ? "modern.pkr.hcl" : file.Path, file.Text!));
        var legacy = All.Single(entry => entry.Name == name).Legacy
            ? [("legacy.pkr.hcl", Render(name, RenderedFolder.Legacy).Files[0].Text!)]
            : Array.Empty<(string, string)>();
        Approved.Folder(Path.Combine(Folder, name), [.. modern, .. legacy]);
    }

    [Fact]
    public async Task Packer_formats_all_of_them_the_same_way()
    {
        using var folder = new TempFolder();
        foreach (var (name, legacy, _, _) in All)
        {
            folder.Write(name.Replace('/', '-') + ".pkr.hcl", Render(name, PackerProfile.Newest).Files[0].Text!);
            if (legacy)
            {
                folder.Write(name.Replace('/', '-') + "-legacy.pkr.hcl", Render(name, RenderedFolder.Legacy).Files[0].Text!);
            }
        }

        Assert.Empty(await Packer.Succeeds(folder.Path, ["fmt", "-check", "-diff", "."]));
    }

    [Theory]
    [MemberData(nameof(LegacyCases))]
    public async Task Packer_finds_it_valid(string name)
    {
        using var rendered = RenderedFolder.Of(Boot(name, RenderedFolder.Legacy), RenderedFolder.Legacy);
        await Packer.Succeeds(
            rendered.Path,
            ["validate", "."],
            [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "a-secret"))]);
    }

    private static RenderedImage Render(string name, PackerProfile profile)
    {
        var diagnostics = new DiagnosticBag();
        var image = RenderedFolder.Render(Boot(name, profile), profile, diagnostics);
        Assert.Empty(diagnostics);
        return image;
    }

    private static BuildPlan Boot(string name, PackerProfile profile)
    {
        var (_, _, project, artifacts) = All.Single(entry => entry.Name == name);
        var plan = Boots.Plan(project);
        return Boots.Of(plan, Boots.Image(plan, artifacts), profile);
    }

    private static ImageSourceBuilder Debian(params string[] builder) => An.Image().OnQemu(builder).Server();

    private static BuiltArtifact Local(string name) => new(Path.GetFileName(name), "/images/" + name, Built.Sha256);
}
