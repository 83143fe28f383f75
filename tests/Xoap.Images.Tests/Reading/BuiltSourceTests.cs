using Xoap.Images.Model;
using Xoap.Images.Reading.Sources;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

/// <summary>What each builder writes to start from an image of ours, and which cannot.</summary>
public class BuiltSourceTests
{
    private const string Managed = "/subscriptions/S/resourceGroups/rg-images/providers/Microsoft.Compute/images/shop-base-v3";
    private const string Version = "/subscriptions/S/resourceGroups/rg-gallery/providers/Microsoft.Compute/galleries/corp/images/linux/versions/1.0.3";

    private static readonly (string, string)[] Gallery =
    [
        ("shared_image_gallery_destination.gallery_name", "corp"), ("shared_image_gallery_destination.image_name", "linux"),
        ("shared_image_gallery_destination.resource_group", "rg-gallery"), ("subscription_id", "S2"),
    ];

    [Theory]
    [InlineData("qemu", "qemu", "/i/a-v3.qcow2", "DiskImage=/i/a-v3.qcow2;Checksum=sha256:bbb")]
    [InlineData("qemu", "nutanix", "/i/a-v3.qcow2", "DiskImage=/i/a-v3.qcow2;Checksum=sha256:bbb")]
    [InlineData("qemu", "virtualbox-ovf", "/i/a-v3.qcow2", null)]
    [InlineData("virtualbox-iso", "virtualbox-ovf", "/i/a-v3/a.vmdk;/i/a-v3/a.ovf", "DiskImage=/i/a-v3/a.ovf;Checksum=sha256:bbb")]
    [InlineData("virtualbox-iso", "virtualbox-ovf", "/i/a-v3.ova", "DiskImage=/i/a-v3.ova;Checksum=sha256:bbb")]
    [InlineData("virtualbox-iso", "virtualbox-iso", "/i/a-v3.ova", null)]
    [InlineData("vmware-iso", "vmware-vmx", "/i/a-v3/a.vmdk;/i/a-v3/a.vmx", "DiskImage=/i/a-v3/a.vmx;Checksum=sha256:bbb")]
    [InlineData("vmware-iso", "vmware-iso", "/i/a-v3/a.vmx", null)]
    [InlineData("hyperv-iso", "hyperv-vmcx", "/i/a-v3/Virtual Machines/1.vmcx;/i/a-v3/Virtual Hard Disks/a.vhdx", "DiskImage=/i/a-v3")]
    [InlineData("file", "file", "/i/a-v3", "Source=/i/a-v3")]
    [InlineData("xenserver-iso", "xenserver-iso", "/i/a-v3/a.xva", null)]
    public void A_local_image_is_a_file(string made, string by, string files, string? expected) => Assert.Equal(
        expected, Text(Built.On("b", made, made, [.. files.Split(';').Select(Built.File)]), by)?.Replace(Built.Sha256, "bbb", StringComparison.Ordinal));

    [Theory]
    [InlineData("VSphereIso", "vsphere-iso", "vsphere-clone", "shop-base-v3")]
    [InlineData("VSphereClone", "vsphere-clone", "vsphere-clone", "shop-base-v3")]
    [InlineData("VSphereIso", "vsphere-iso", "vsphere-iso", null)]
    [InlineData("ProxmoxIso", "proxmox-iso", "proxmox-clone", "shop-base-v3")]
    [InlineData("Nutanix", "nutanix", "nutanix", "shop-base-v3")]
    public void A_hypervisor_knows_its_template_by_its_name(string type, string made, string by, string? template) =>
        Assert.Equal(template is null ? null : "Template=" + template, Text(Built.On("b", type, made, "102"), by));

    [Fact]
    public void A_template_lies_in_its_folder_under_the_name_that_its_provider_takes()
    {
        Assert.Equal("Template=images/linux/shop-base-v3", Text(Built.On("b", "VSphereIso", "vsphere-iso", "x", ("folder", "/images/linux/")), "vsphere-clone"));
        Assert.Equal(
            "Template=shop-base-v3", Text(Built.On("b", "ProxmoxIso", "proxmox-iso", "102") with { Name = "shop_base" }, "proxmox-clone"));
    }

    [Theory]
    [InlineData("eu-west-1:ami-1", null, "SourceAmi=ami-1")]
    [InlineData("eu-west-1:ami-1,us-east-1:ami-2", "us-east-1", "SourceAmi=ami-2")]
    [InlineData("eu-west-1:ami-1,us-east-1:ami-2", null, null)]
    [InlineData("eu-west-1:ami-1", "us-east-1", null)]
    public void An_AMI_is_that_of_the_builder_s_region(string id, string? region, string? expected) =>
        Assert.Equal(expected, Text(Built.On("aws", "AmazonEbs", "amazon-ebs", id), "amazon-ebs", region));

    [Fact]
    public void Azure_starts_from_the_managed_image_or_the_gallery_s_version()
    {
        Assert.Equal(
            "CustomManagedImageName=shop-base-v3;CustomManagedImageResourceGroupName=rg-images",
            Text(Built.On("azure", "AzureManaged", "azure-arm", Managed), "azure-arm"));
        Assert.Equal(
            "CustomManagedImageName=shop-base-v3;CustomManagedImageResourceGroupName=rg",
            Text(Built.On("azure", "AzureManaged", "azure-arm", "", ("managed_image_resource_group_name", "rg")), "azure-arm"));
        const string fromGallery = "GalleryName=corp;GalleryResourceGroup=rg-gallery;GalleryImageName=linux;GalleryImageVersion=1.0.3;GallerySubscription=";
        Assert.Equal(fromGallery + "S", Text(Built.On("azure", "AzureGallery", "azure-arm", Version), "azure-arm"));
        Assert.Equal(fromGallery + "S", Text(Built.On("azure", "AzureGallery", "azure-arm", Managed, Gallery), "azure-arm"));
        Assert.Equal(fromGallery + "S2", Text(Built.On("azure", "AzureGallery", "azure-arm", "", Gallery), "azure-arm"));
        Assert.Null(Text(Built.On("azure", "AzureManaged", "azure-arm", ""), "azure-arm"));
    }

    [Fact]
    public void A_disk_is_no_smaller_than_the_base_s_unless_the_builder_says_so()
    {
        var image = Built.OnQemu() with { Place = new Dictionary<string, string> { ["disk_size"] = "80G" } };
        Assert.EndsWith(";DiskSize=80G", Text(image, "qemu"), StringComparison.Ordinal);
        Assert.DoesNotContain("DiskSize", Text(image, "nutanix"), StringComparison.Ordinal);
        Assert.Equal(
            "SourceImage=a-v3;DiskSize=50",
            Text(Built.On("google", "GoogleCompute", "googlecompute", "a-v3", ("disk_size", "50")), "googlecompute"));
        Assert.Equal("80G", DiskSize(Derived()));
        Assert.Equal("100G", DiskSize(Derived("DiskSizeGB=100")));

        ImageSourceBuilder Derived(params string[] builder) => An.Image()
            .Builder("qemu", "Qemu", ["SshUsername=root", "SshPassword=env:P", "ShutdownCommand=poweroff", .. builder]).BaseImage(Built.Name, image).Server();

        static string DiskSize(ImageSourceBuilder project) =>
            ((SettingValue.Text)Read.Valid(project).Variants[0].Component.Find("disk_size")!.Value).Value;
    }

    [Fact]
    public void Google_and_Docker_start_from_what_they_called_it()
    {
        Assert.Equal(
            "SourceImage=shop-base-v3;SourceImageProjectId=corp",
            Text(Built.On("google", "GoogleCompute", "googlecompute", "shop-base-v3", ("project_id", "corp")), "googlecompute"));
        Assert.Equal("Image=sha256:123;Pull=false", Text(Built.On("box", "Docker", "docker", "sha256:123"), "docker"));
        Assert.Null(Text(Built.On("box", "Docker", "docker", "sha256:123"), "googlecompute"));
        Assert.Equal("", Text(Built.On("none", "Null", "null"), "null"));
    }

    private static string? Text(BuiltImage image, string component, string? region = null) =>
        BuiltSources.Of(image, component, region) is { } pairs ? string.Join(';', pairs.Select(pair => $"{pair.Name}={pair.Value}")) : null;
}
