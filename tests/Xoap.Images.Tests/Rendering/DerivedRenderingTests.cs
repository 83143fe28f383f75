using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Rendering;

/// <summary>A base image renders as the operating system does that says the same by hand.</summary>
public class DerivedRenderingTests
{
    private const string Hidden = "SshPassword=env:P";
    private static readonly string Checksum = $"Checksum=sha256:{Built.Sha256}";
    private static readonly string[] VSphere = ["VcenterServer=v", "Username=env:U", "Password=env:P", "Cluster=c", "SshUsername=packer", Hidden];
    private static readonly string[] Local = ["SshUsername=packer", Hidden, "ShutdownCommand=poweroff"];
    private static readonly string[] Azure = ["SubscriptionId=11111111-2222-3333-4444-555555555555", "UseAzureCliAuth=true", "Region=westeurope", "InstanceType=Standard_D2s_v3", "ManagedImageResourceGroupName=rg"];

    public static TheoryData<string> Cases => [.. All.Select(entry => entry.Type)];

    private static (string Type, string[] Builder, BuiltImage Image, string[] System)[] All =>
    [
        ("Qemu", Local, Built.OnQemu(), ["DiskImage=/images/qemu/shop-base-v3.qcow2", Checksum]),
        ("VirtualBoxOvf", Local, Built.On("b", "VirtualBoxIso", "virtualbox-iso", Built.File("/i/a.vmdk"), Built.File("/i/a.ovf")), ["DiskImage=/i/a.ovf", Checksum]),
        ("VMwareVmx", Local, Built.On("b", "VMwareIso", "vmware-iso", Built.File("/i/a.vmx")), ["DiskImage=/i/a.vmx"]),
        ("HyperVClone", [.. Local, "SwitchName=s"], Built.On("b", "HyperVIso", "hyperv-iso", Built.File("/i/m/Virtual Machines/1.vmcx")), ["DiskImage=/i/m"]),
        ("VSphereClone", VSphere, Built.On("b", "VSphereIso", "vsphere-iso", "x"), ["Template=shop-base-v3"]),
        ("ProxmoxClone", ["ProxmoxUrl=https://pve:8006/api2/json", "Username=packer@pve", "Password=env:P", "Node=n", "SshUsername=root", Hidden],
            Built.On("b", "ProxmoxIso", "proxmox-iso", "102"), ["Template=shop-base-v3"]),
        ("Nutanix", ["NutanixEndpoint=p", "NutanixUsername=env:U", "NutanixPassword=env:P", "ClusterName=c", "Network=n", .. Local],
            Built.On("b", "Nutanix", "nutanix", "x"), ["Template=shop-base-v3"]),
        ("AmazonEbs", ["Region=eu-west-1", "InstanceType=t3.micro", "SshUsername=admin"], Built.On("b", "AmazonEbs", "amazon-ebs", "eu-west-1:ami-1"), ["SourceAmi=ami-1"]),
        ("AzureManaged", Azure, Built.On("b", "AzureManaged", "azure-arm", "", ("managed_image_resource_group_name", "rg-base")),
            ["CustomManagedImageName=shop-base-v3", "CustomManagedImageResourceGroupName=rg-base"]),
        ("AzureGallery", Azure,
            Built.On("b", "AzureGallery", "azure-arm", "/subscriptions/S/resourceGroups/g/providers/Microsoft.Compute/galleries/corp/images/linux/versions/1.0.3"),
            ["GalleryName=corp", "GalleryResourceGroup=g", "GalleryImageName=linux", "GalleryImageVersion=1.0.3", "GallerySubscription=S"]),
        ("GoogleCompute", ["ProjectId=corp", "Zone=europe-west1-b"], Built.On("b", "GoogleCompute", "googlecompute", "shop-base-v3", ("project_id", "images")),
            ["SourceImage=shop-base-v3", "SourceImageProjectId=images"]),
        ("Docker", [], Built.On("b", "Docker", "docker", "sha256:1"), ["Image=sha256:1", "Pull=false"]),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_base_image_is_rendered_like_the_operating_system_that_it_stands_for(string type)
    {
        var (_, builder, image, system) = All.Single(entry => entry.Type == type);
        var byHand = Template(Project().OperatingSystem("debian-12", ["Platform=Linux", "Version=12", "EndOfLife=2028-06-30", .. system]));
        Assert.Equal(byHand, Template(Project().BaseImage(Built.Name, image)));

        ImageSourceBuilder Project() => type == "AzureGallery"
            ? An.Image().Builder("b", type, builder).Server().Item(
                "BuilderBlock", "gallery", "Builder=b", "Block=shared_image_gallery_destination", "ResourceGroup=r", "GalleryName=g", "ImageName=i")
            : An.Image().Builder("b", type, builder).Server();
    }

    private static string Template(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read(project.Build(), diagnostics);
        ImageRules.Check(definition, diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        var plan = Planner.Plan(definition, new SourceContents(), diagnostics).Single();
        return RenderedFolder.Render(plan with { ContentKey = new("c", []), TargetKey = new("t", []) }, RenderedFolder.Legacy, diagnostics).Files[0].Text!;
    }
}
