using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Rendering;

/// <summary>The cloud builders from the project's text to the rendered folder, small and full, for both Packer profiles.</summary>
public class CloudGoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden", "Clouds");

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var (name, _) in All)
            {
                if (!OnlyModern.Contains(name))
                {
                    cases.Add(name, false);
                }

                cases.Add(name, true);
            }

            return cases;
        }
    }

    /// <summary>They use what the bundled builders of Packer 1.6 do not know.</summary>
    private static string[] OnlyModern => ["AzureOidc", "GoogleKey"];

    private static (string Name, ImageSourceBuilder Project)[] All =>
    [
        ("Aws", Linux(An.Image(), "Provider=AWS", "SourceAmi=ami-0123456789abcdef0")
            .Builder("aws", "AmazonEbs", "Region=eu-central-1", "InstanceType=t3.medium", "SshUsername=admin")),
        ("AwsWindows", Windows(Tagged(), "Provider=AWS", "AmiName=Windows_Server-2025-English-Full-Base-*", "AmiOwners=amazon")
            .Connection("prod", "Provider=AWS", "AccessKey=env:AWS_ACCESS_KEY_ID", "SecretKey=env:AWS_SECRET_ACCESS_KEY")
            .Builder("aws", "AmazonEbs", "Connection=prod", "Region=eu-central-1", "InstanceType=m6i.large", "SubnetId=subnet-0a1b2c3d",
                "Tags=team=own;stage=prod", "AmiRegions=eu-central-1;eu-west-1", "EncryptBoot=true", "WindowsPasswordTimeout=30m")
            .Item("BuilderBlock", "root", "Builder=aws", "Block=launch_block_device_mappings", "DeviceName=/dev/sda1", "VolumeSize=80", "VolumeType=gp3", "Throughput=125", "Iops=3000",
                "DeleteOnTermination=true")
            .Item("BuilderBlock", "role", "Builder=aws", "Block=assume_role", "RoleArn=arn:aws:iam::123456789012:role/images")),
        ("AzureManaged", Linux(An.Image(), "ImagePublisher=Debian", "ImageOffer=debian-12", "ImageSku=12-gen2")
            .Connection("prod", "Provider=Azure", "SubscriptionId=11111111-2222-3333-4444-555555555555", "UseAzureCliAuth=true")
            .Builder("azure", "AzureManaged", "Connection=prod", "Region=westeurope", "InstanceType=Standard_D2s_v3",
                "ManagedImageResourceGroupName=rg-images")),
        ("AzureManagedWindows", Windows(Tagged(), "CustomManagedImageName=win-base", "CustomManagedImageResourceGroupName=rg-base")
            .Azure().Builder("azure", "AzureManaged", "Connection=prod", "BuildResourceGroupName=rg-build", "InstanceType=Standard_D4s_v3", "DiskSizeGB=128",
                "ManagedImageResourceGroupName=rg-images", "AzureTags=team=own", "VirtualNetworkName=net", "VirtualNetworkSubnetName=build",
                "VirtualNetworkResourceGroupName=rg-net", "PrivateVirtualNetworkWithPublicIp=false")),
        ("AzureGallery", Linux(An.Image(), "ImagePublisher=Canonical", "ImageOffer=ubuntu-24_04-lts", "ImageSku=server", "ImageVersion=latest")
            .Azure().Builder("azure", "AzureGallery", "Connection=prod", "Region=westeurope", "InstanceType=Standard_D2s_v3")
            .Item("BuilderBlock", "gallery", "Builder=azure", "Block=shared_image_gallery_destination", "ResourceGroup=rg-images", "GalleryName=corp",
                "ImageName=ubuntu")),
        ("AzureGalleryWindows", Windows(
            Tagged(), "GalleryName=corp", "GalleryResourceGroup=rg-base", "GalleryImageName=win-base", "GalleryImageVersion=1.0.3")
            .Azure().Builder("azure", "AzureGallery", "Connection=prod", "Region=westeurope", "InstanceType=Standard_D4s_v3",
                "ManagedImageResourceGroupName=rg-images", "SharedGalleryImageVersionExcludeFromLatest=true")
            .Item("BuilderBlock", "gallery", "Builder=azure", "Block=shared_image_gallery_destination", "Subscription=66666666-2222-3333-4444-555555555555",
                "ResourceGroup=rg-images", "GalleryName=corp", "ImageName=win", "ImageVersion=2025.11.21")),
        ("AzureOidc", Windows(Tagged(), "ImagePublisher=MicrosoftWindowsDesktop", "ImageOffer=windows-11", "ImageSku=win11-24h2-ent")
            .Connection("github", "Provider=Azure", "SubscriptionId=env:ARM_SUBSCRIPTION_ID", "TenantId=env:ARM_TENANT_ID", "ClientId=env:ARM_CLIENT_ID",
                "OidcRequestUrl=env:ACTIONS_ID_TOKEN_REQUEST_URL", "OidcRequestToken=env:ACTIONS_ID_TOKEN_REQUEST_TOKEN")
            .Builder("azure", "AzureGallery", "Connection=github", "BuildResourceGroupName=rg-build", "InstanceType=Standard_D4s_v5",
                "SecurityType=TrustedLaunch", "SecureBootEnabled=true", "VtpmEnabled=true", "LicenseType=Windows_Client")
            .Item("BuilderBlock", "gallery", "Builder=azure", "Block=shared_image_gallery_destination", "ResourceGroup=rg-images", "GalleryName=corp",
                "ImageName=win11", "StorageAccountType=Standard_ZRS")
            .Item("BuilderBlock", "north", "Builder=azure", "Block=target_region", "In=gallery", "Name=northeurope", "Replicas=2")),
        ("GoogleKey", Linux(Tagged(), "SourceImage=base-v3", "SourceImageProjectId=images-base", "Architecture=arm64")
            .Connection("key", "Provider=Google", "ProjectId=images-prod", "CredentialsJson=env:GOOGLE_CREDENTIALS")
            .Builder("google", "GoogleCompute", "Connection=key", "Zone=europe-west3-a", "InstanceType=t2a-standard-2", "ImageArchitecture=ARM64",
                "SshUsername=builder", "UseIap=true", "OmitExternalIp=true", "UseInternalIp=true", "ImageStorageLocations=eu")),
        ("Google", Linux(An.Image(), "SourceImageFamily=debian-12", "SourceImageProjectId=debian-cloud")
            .Builder("google", "GoogleCompute", "ProjectId=images-prod", "Zone=europe-west3-a")),
        ("GoogleWindows", Windows(Tagged("Web.Server_2025"), "SourceImageFamily=windows-2025", "SourceImageProjectId=windows-cloud")
            .Connection("prod", "Provider=Google", "ProjectId=images-prod", "ImpersonateServiceAccount=packer@images-prod.iam.gserviceaccount.com")
            .Builder("google", "GoogleCompute", "Connection=prod", "Zone=europe-west3-a", "InstanceType=e2-standard-4", "DiskSizeGB=80",
                "ImageFamily=web-server", "ImageLabels=team=own", "Subnetwork=build", "Tags=packer-winrm", "Metadata=enable-oslogin=FALSE")),
        ("Docker", Linux(An.Image(), "Image=debian:12").Builder("docker", "Docker")),
        ("DockerFull", Linux(An.Image(), "Image=debian:12")
            .Builder("docker", "Docker", "ExportPath=web.tar", "Pull=false", "Privileged=true", "Volumes=/tmp/cache=/cache", "RunCommand=-d;-i;-t;--;{{ .Image }};/bin/sh")),
        ("Null", Linux(An.Image(), "Provider=OnPremises").Builder("host", "Null", "SshHost=192.0.2.7", "SshUsername=root", "SshPassword=env:ROOT_PASSWORD")),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_folder_is_as_approved(string name, bool modern) => Approved.Folder(
        Path.Combine(Folder, modern ? name + "Modern" : name),
        Render(name, modern).Files.Select(file => (file.Path, file.Text!)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Packer_formats_it_the_same_way_and_finds_it_valid(string name, bool modern)
    {
        using var rendered = RenderedFolder.Of(Plan(name), modern ? PackerProfile.Newest : RenderedFolder.Legacy);
        Assert.Empty(await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]));
        if (!modern)
        {
            await Packer.Succeeds(
                rendered.Path,
                ["validate", "."],
                [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "x"))]);
        }
    }

    private static RenderedImage Render(string name, bool modern)
    {
        var diagnostics = new DiagnosticBag();
        var image = RenderedFolder.Render(Plan(name), modern ? PackerProfile.Newest : RenderedFolder.Legacy, diagnostics);
        Assert.Empty(diagnostics);
        return image;
    }

    private static BuildPlan Plan(string name)
    {
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read(All.Single(entry => entry.Name == name).Project.Build(), diagnostics);
        ImageRules.Check(definition, diagnostics);
        Assert.Empty(diagnostics);
        var plan = Planner.Plan(definition, new SourceContents(), diagnostics).Single();
        return plan with { ContentKey = new Fingerprint("c0ffee", []), TargetKey = new Fingerprint("7a26e7", []) };
    }

    private static ImageSourceBuilder Tagged(string name = "web") => An.Image(name)
        .Property("ImageDescription", "The \"web\" server {{ of }} ${us}")
        .Property("ImageTags", "team=workplace;cost-center=42;Contact=Ops@Example.com;note={{ me }}");

    /// <summary>The builder alone: seals have golden folders of their own.</summary>
    private static ImageSourceBuilder Linux(ImageSourceBuilder project, params string[] system) => project
        .Property("ImageSeal", "None").OperatingSystem("os", ["Platform=Linux", .. system])
        .Provisioner("hello", "LinuxShellCommand", "Command=echo hello", "Timeout=5m").Group("basics", "hello").Role("server", "basics");

    private static ImageSourceBuilder Windows(ImageSourceBuilder project, params string[] system) => project
        .Property("ImageSeal", "None").OperatingSystem("os", ["Platform=Windows", .. system])
        .Provisioner("reboot", "windows-restart", "Timeout=5m").Group("basics", "reboot").Role("server", "basics");
}

internal static class CloudProjects
{
    /// <summary>A service principal whose secrets come from the environment.</summary>
    public static ImageSourceBuilder Azure(this ImageSourceBuilder project) => project.Connection(
        "prod", "Provider=Azure", "SubscriptionId=env:ARM_SUBSCRIPTION_ID", "TenantId=env:ARM_TENANT_ID", "ClientId=env:ARM_CLIENT_ID",
        "ClientSecret=env:ARM_CLIENT_SECRET");
}
