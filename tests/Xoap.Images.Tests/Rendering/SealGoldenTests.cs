using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>The automatic seals, from the project's text to the rendered folder; and Packer's own opinion of it.</summary>
public class SealGoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden", "Seal");

    public static TheoryData<string> Cases => [.. All.Select(entry => entry.Name)];

    private static (string Name, PackerProfile Profile, ImageSourceBuilder Project)[] All =>
    [
        ("AwsWindows", RenderedFolder.Legacy, Aws()),
        ("AwsWindowsModern", PackerProfile.Newest, Aws()),
        ("AzureWindows", RenderedFolder.Legacy, Azure("Windows", "MicrosoftWindowsServer", "WindowsServer", "2025-datacenter")),
        ("AzureWindowsModern", PackerProfile.Newest, Azure("Windows", "MicrosoftWindowsServer", "WindowsServer", "2025-datacenter")),
        ("AzureLinux", RenderedFolder.Legacy, Azure("Linux", "Debian", "debian-12", "12-gen2")),
        ("AzureLinuxModern", PackerProfile.Newest, Azure("Linux", "Debian", "debian-12", "12-gen2")),
        ("GoogleWindows", RenderedFolder.Legacy, Google()),
        ("GoogleWindowsModern", PackerProfile.Newest, Google()),
    ];

    /// <summary>The builders have cases of their own.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_build_is_as_approved(string name)
    {
        var (_, profile, project) = All.Single(entry => entry.Name == name);
        var diagnostics = new DiagnosticBag();
        var image = RenderedFolder.Render(Plan(project), profile, diagnostics);
        Assert.Empty(diagnostics);
        var template = image.Files[0].Text!;
        Approved.Folder(
            Path.Combine(Folder, name),
            [
                ("build.pkr.hcl", template[template.IndexOf("build {", StringComparison.Ordinal)..]),
                .. image.Files.Where(file => file.Path.StartsWith("steps/", StringComparison.Ordinal)).Select(file => (file.Path, file.Text!)),
            ]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Packer_formats_it_the_same_way_and_finds_it_valid(string name)
    {
        var (_, profile, project) = All.Single(entry => entry.Name == name);
        using var rendered = RenderedFolder.Of(Plan(project), profile);
        Assert.Empty(await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]));
        if (profile == RenderedFolder.Legacy)
        {
            await Packer.Succeeds(
                rendered.Path,
                ["validate", "."],
                [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "x"))]);
        }
    }

    private static BuildPlan Plan(ImageSourceBuilder project) => A.Plan(Read.Valid(project)) with
    {
        ContentKey = new Fingerprint("c0ffee", []),
        TargetKey = new Fingerprint("7a26e7", []),
    };

    private static ImageSourceBuilder Aws() => Steps(An.Image("win")
        .Builder("aws", "AmazonEbs", "AccessKey=env:AWS_KEY", "SecretKey=env:AWS_SECRET", "Region=eu-central-1", "InstanceType=t3.large")
        .OperatingSystem("windows-2025", "Platform=Windows", "SourceAmi=ami-0123456789abcdef0"));

    private static ImageSourceBuilder Azure(string platform, string publisher, string offer, string sku) => Steps(An.Image("win")
        .Builder(
            "azure", "AzureManaged", "ClientId=env:ARM_CLIENT_ID", "ClientSecret=env:ARM_CLIENT_SECRET", "TenantId=11111111-2222-3333-4444-555555555555",
            "SubscriptionId=66666666-2222-3333-4444-555555555555", "Region=westeurope", "ManagedImageResourceGroupName=images")
        .OperatingSystem("os", $"Platform={platform}", $"ImagePublisher={publisher}", $"ImageOffer={offer}", $"ImageSku={sku}"));

    private static ImageSourceBuilder Google() => Steps(An.Image("win")
        .Builder("google", "GoogleCompute", "ProjectId=images", "Zone=europe-west3-a")
        .OperatingSystem("windows-2025", "Platform=Windows", "SourceImageFamily=windows-2025"));

    private static ImageSourceBuilder Steps(ImageSourceBuilder project) => project
        .Provisioner("hello", "LocalCommand", "Command=true", "Timeout=1m").Group("steps", "hello").Role("r", "steps");
}
