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
        ("VSphereIso", false, [new("Corp.Base-v3")]),
        ("VSphereClone", false, [new("Corp.Base-v3")]),
        ("VMwareIso", true, [Local("Corp.Base-v3/disk.vmdk"), Local("Corp.Base-v3/Corp.Base-v3.vmx")]),
        ("VMwareVmx", true, [Local("Corp.Base-v3/Corp.Base-v3.vmx")]),
        ("Nutanix", false, [new("00056024")]),
        ("HyperVIso", true, [Local("Corp.Base-v3/Virtual Hard Disks/disk.vhdx"), Local("Corp.Base-v3/Virtual Machines/1.vmcx")]),
        ("HyperVClone", true, [Local("Corp.Base-v3/Virtual Machines/1.vmcx")]),
        ("Qemu", true, [Local("Corp.Base-v3.qcow2")]),
        ("VirtualBoxIso", true, [Local("Corp.Base-v3/disk.vmdk"), Local("Corp.Base-v3/Corp.Base-v3.ovf")]),
        ("VirtualBoxOvf", true, [Local("Corp.Base-v3.ova")]),
    ];

    private static readonly (string Name, bool Legacy, ImageSourceBuilder Project, BuiltArtifact[] Artifacts)[] All =
    [
        .. OfTypes.SelectMany(type => OnPremises.All.Where(entry => entry.Type == type.Type).SelectMany(
            entry => ((string, bool, ImageSourceBuilder, BuiltArtifact[])[])
            [
                (type.Type + "/Small", type.Legacy, entry.Small, type.Artifacts),
                (type.Type + "/Full", type.Legacy, entry.Full, type.Artifacts),
            ])),
        ("Aws", false, Cloud("AmazonEbs", "Provider=AWS;SourceAmi=ami-1", "Region=eu-central-1", "InstanceType=t3.medium", "SshUsername=admin"), [new("eu-central-1:ami-0b")]),
        ("AwsWindows", false,
            WindowsCloud("AmazonEbs", "Provider=AWS;AmiName=Windows_Server-2025-*;AmiOwners=amazon", "Region=eu-central-1", "InstanceType=m6i.large", "SubnetId=subnet-0a",
                "Tags=stage=prod", "RunTags=stage=test", "AmiRegions=eu-central-1;eu-west-1", "AmiUsers=123456789012", "EncryptBoot=true", "KmsKeyId=alias/images",
                "SnapshotTags=a=b", "ForceDeregister=true", "WindowsPasswordTimeout=30m")
                .Item("BuilderBlock", "root", "Builder=b", "Block=launch_block_device_mappings", "DeviceName=/dev/sda1", "VolumeSize=80", "VolumeType=gp3")
                .Item("BuilderBlock", "share", "Builder=b", "Block=deregistration_protection", "Enabled=true"),
            [new("eu-central-1:ami-0b,eu-west-1:ami-0c")]),
        ("AwsSurrogate", false,
            Cloud("amazon-ebssurrogate", "SourceAmi=ami-1", "Region=eu-central-1", "InstanceType=t3.medium", "SshUsername=admin", "AmiName=web-{{timestamp}}",
                "AmiVirtualizationType=hvm")
                .Item("BuilderBlock", "root", "Builder=b", "Block=ami_root_device", "DeviceName=/dev/xvda", "SourceDeviceName=/dev/xvdf")
                .Item("BuilderBlock", "disk", "Builder=b", "Block=launch_block_device_mappings", "DeviceName=/dev/xvdf", "VolumeSize=8"),
            [new("eu-central-1:ami-0b")]),
        ("AzureManaged", false,
            WindowsCloud("AzureManaged", "ImagePublisher=MicrosoftWindowsServer;ImageOffer=WindowsServer;ImageSku=2025", "SubscriptionId=11111111-2222-3333-4444-555555555555",
                "UseAzureCliAuth=true", "Region=westeurope", "InstanceType=Standard_D4s_v3", "ManagedImageResourceGroupName=rg-images", "AzureTags=stage=prod",
                "TempComputeName=build", "DiskAdditionalSize=32", "DiskSizeGB=128", "VirtualNetworkName=net", "KeepOsDisk=true"),
            [new("/subscriptions/1/resourceGroups/rg-images/providers/Microsoft.Compute/images/web-v3")]),
        ("AzureGallery", false,
            Cloud("AzureGallery", "ImagePublisher=Debian;ImageOffer=debian-12;ImageSku=12-gen2", "SubscriptionId=env:ARM_SUBSCRIPTION_ID", "UseAzureCliAuth=true",
                "Region=westeurope", "InstanceType=Standard_D2s_v3")
                .Item("BuilderBlock", "gallery", "Builder=b", "Block=shared_image_gallery_destination", "ResourceGroup=rg-images", "GalleryName=corp", "ImageName=linux"),
            [new("")]),
        ("Google", true, Cloud("GoogleCompute", "SourceImageFamily=debian-12;SourceImageProjectId=debian-cloud", "ProjectId=images-prod", "Zone=europe-west3-a"), [new("web-v3")]),
        ("GoogleWindows", true,
            WindowsCloud("GoogleCompute", "SourceImageFamily=windows-2025;SourceImageProjectId=windows-cloud", "ProjectId=images-prod", "Zone=europe-west3-a",
                "InstanceType=e2-standard-4", "DiskSizeGB=80", "ImageFamily=web", "ImageLabels=team=own", "Labels=stage=test", "Subnetwork=build",
                "ImageProjectId=images-shared", "DiskName=build", "InstanceName=build"),
            [new("web-v3")]),
        ("Docker", true, Cloud("Docker", "Image=debian:12", "Privileged=true", "Changes=ENTRYPOINT /bin/sh", "Login=true", "LoginUsername=env:U", "LoginPassword=env:P"), [new("sha256:" + Built.Sha256)]),
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
        var template = Path.Combine(rendered.Path, rendered.Image.Template);
        await File.WriteAllTextAsync(template, WithImages(await File.ReadAllTextAsync(template), rendered.Path));
        await Packer.Succeeds(
            rendered.Path,
            ["validate", "."],
            [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "a-secret"))]);
    }

    /// <summary>Packer looks whether an exported machine is there.</summary>
    private static string WithImages(string template, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "Corp.Base-v3", "Virtual Machines"));
        File.WriteAllText(Path.Combine(folder, "Corp.Base-v3", "Corp.Base-v3.vmx"), "");
        return template.Replace("\"/images/", $"\"{folder}/", StringComparison.Ordinal);
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

    private static ImageSourceBuilder Cloud(string type, string source, params string[] builder) => An.Image()
        .Property("ImageTags", "team=web")
        .Builder("b", type, builder)
        .OperatingSystem("debian-12", ["Platform=Linux", "Version=12", .. source.Split(';')])
        .Server();

    private static ImageSourceBuilder WindowsCloud(string type, string source, params string[] builder) => An.Image()
        .Property("ImageTags", "team=web")
        .Builder("b", type, builder)
        .OperatingSystem("windows-server-2025", ["Platform=Windows", "Version=2025", .. source.Split(';')])
        .Provisioner("hello", "PowerShellCommand", "Command=Get-Date", "Timeout=5m").Group("basics", "hello").Role("server", "basics");

    private static ImageSourceBuilder Debian(params string[] builder) => An.Image().OnQemu(builder).Server();

    private static BuiltArtifact Local(string name) => new(Path.GetFileName(name), "/images/" + name, Built.Sha256);
}
