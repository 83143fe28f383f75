using Xoap.Images.Booting;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Booting;

/// <summary>What decides how a builder's image boots, and whether it does.</summary>
public class BootFormTests
{
    private static readonly string[] VSphere = ["VcenterServer=v", "Username=env:U", "Password=env:P", "Cluster=c", "SshUsername=packer"];
    private static readonly string[] Azure = ["SubscriptionId=1", "UseAzureCliAuth=true", "Region=westeurope", "InstanceType=Standard_D2s_v3"];

    [Theory]
    [InlineData("ProxmoxClone", "Packer makes a template of every machine that it starts in Proxmox, or leaves it running")]
    [InlineData("xenserver-xva", "Packer leaves the machine that it imports into XenServer, or the disks of one that it clones")]
    [InlineData("amazon-instance", "Packer has no way to start an image of the instance store without making another one")]
    [InlineData("azure-chroot", "It works on a disk, and says neither how large a machine is to be nor how its guest is reached")]
    [InlineData("vagrant", "It makes a box, which Vagrant starts")]
    public void What_would_leave_something_behind_does_not_boot(string type, string reason) =>
        Assert.Contains(reason, Problem(Plan(type), new BuiltArtifact("1")), StringComparison.Ordinal);

    [Fact]
    public void An_AMI_starts_in_the_region_of_its_builder()
    {
        var plan = Plan("AmazonEbs", "Region=eu-west-1", "InstanceType=t3.micro", "SshUsername=admin");
        Assert.Equal("ami-2", Boot(plan, new BuiltArtifact("us-east-1:ami-1,eu-west-1:ami-2")).Text("source_ami"));
        Assert.Contains("does not name anything", Problem(plan, new BuiltArtifact("us-east-1:ami-1")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clone_is_linked_where_the_image_has_a_snapshot()
    {
        Assert.Null(Boot(Plan("VSphereClone", VSphere), new BuiltArtifact("x")).Find("linked_clone"));
        Assert.True(Boot(Plan("VSphereClone", [.. VSphere, "CreateSnapshot=true"]), new BuiltArtifact("x")).IsOn("linked_clone"));
    }

    [Fact]
    public void A_shutdown_that_generalises_stays_away_from_the_clone()
    {
        Assert.Equal("poweroff", Boot(Plan("VSphereClone", [.. VSphere, "ShutdownCommand=poweroff"]), new BuiltArtifact("x")).Text("shutdown_command"));
        Assert.Null(Boot(Plan("VSphereClone", [.. VSphere, "ShutdownCommand=Sysprep.exe /shutdown"]), new BuiltArtifact("x")).Find("shutdown_command"));
    }

    [Fact]
    public void What_lies_in_a_content_library_alone_does_not_boot()
    {
        var project = Project("VSphereClone", VSphere).Item("BuilderBlock", "l", "Builder=b", "Block=content_library_destination", "Library=images", "Destroy=true");
        Assert.Contains("content library alone", Problem(Boots.Plan(project), new BuiltArtifact("x")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_specialized_image_needs_a_way_in()
    {
        Assert.Contains("none of SshPassword, SshPrivateKeyFile, WinrmPassword is given", Problem(Specialized(), new BuiltArtifact("")), StringComparison.Ordinal);
        Assert.NotEmpty(Boot(Specialized("SshPassword=env:P"), new BuiltArtifact("")).Blocks);

        static BuildPlan Specialized(params string[] more) => Boots.Plan(Project("AzureGallery", [.. Azure, .. more]).Item(
            "BuilderBlock", "g", "Builder=b", "Block=shared_image_gallery_destination", "ResourceGroup=r", "GalleryName=g", "ImageName=i", "Specialized=true"));
    }

    [Fact]
    public void A_container_that_was_exported_does_not_run() => Assert.Contains(
        "The container was exported to a file", Problem(Plan("Docker", "ExportPath=x.tar"), new BuiltArtifact("x")), StringComparison.Ordinal);

    [Fact]
    public void A_card_that_the_build_took_out_comes_back()
    {
        var boot = Boot(Plan("VMwareVmx", "SshUsername=packer", "VmxRemoveEthernetInterfaces=true", "VmxData=memsize=4096;ethernet0.present=FALSE"), Built.File("/i/a.vmx"));
        var data = Assert.IsType<SettingValue.Map>(boot.Find("vmx_data")!.Value).Entries;
        Assert.Equal(
            ["memsize=4096", "ethernet0.present=TRUE", "ethernet0.addressType=generated", "ethernet0.connectionType=nat", "ethernet0.virtualDev=e1000e"],
            data.Select(entry => $"{entry.Key}={((SettingValue.Text)entry.Value).Value}"));
        Assert.Null(boot.Find("vmx_remove_ethernet_interfaces"));
    }

    [Fact]
    public void The_seed_of_a_cloud_image_is_there_again_and_an_installers_is_not()
    {
        var seed = An.Image().OnQemu("CdFiles=seed/*", "CdLabel=cidata").Server();
        Assert.Equal("cidata", Boot(Boots.Plan(seed), Built.File("/i/web-v3.qcow2")).Text("cd_label"));
        var installer = An.Image().Builder("b", "Qemu", "SshUsername=root", "ShutdownCommand=poweroff", "CdFiles=seed/*", "CdLabel=cidata")
            .OperatingSystem("debian-12", "Platform=Linux", "IsoPath=/isos", "IsoFileName=d.iso", $"IsoChecksum=sha256:{Built.Sha256}").Server();
        Assert.Null(Boot(Boots.Plan(installer), Built.File("/i/web-v3.qcow2")).Find("cd_label"));
    }

    private static Component Boot(BuildPlan plan, BuiltArtifact artifact) =>
        Boots.Of(plan, Boots.Image(plan, artifact), PackerProfile.Newest).Variant.Component;

    private static string Problem(BuildPlan plan, BuiltArtifact artifact)
    {
        var (boot, problems) = Boots.Try(plan, Boots.Image(plan, artifact), PackerProfile.Newest);
        Assert.Null(boot);
        var problem = Assert.Single(problems);
        Assert.Equal((Severity.Error, "Builder.b"), (problem.Severity, Read.Place(problem.Origin)));
        return problem.Message;
    }

    private static BuildPlan Plan(string type, params string[] builder) => Boots.Plan(Project(type, builder));

    private static ImageSourceBuilder Project(string type, params string[] builder) => An.Image()
        .Builder("b", type, builder)
        .OperatingSystem("debian-12", ["Platform=Linux", "Version=12", .. Source(type)])
        .Server();

    private static string[] Source(string type) => type switch
    {
        "AmazonEbs" => ["SourceAmi=ami-1"],
        "AzureGallery" => ["ImagePublisher=Debian", "ImageOffer=debian-12", "ImageSku=12-gen2"],
        "Docker" => ["Image=debian:12"],
        "VMwareVmx" => ["DiskImage=/base/a.vmx"],
        "VSphereClone" or "ProxmoxClone" => ["Template=base"],
        _ => [],
    };
}
