using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class CloudSourceTests
{
    private const string Subscription = "SubscriptionId=env:ARM_SUBSCRIPTION_ID";

    [Theory]
    [InlineData("x86_64", "x86_64")]
    [InlineData("aarch64", "arm64")]
    public void An_ami_s_name_and_owners_are_a_filter_for_the_newest(string architecture, string expected)
    {
        var filter = Assert.Single(Component("AmazonEbs", ["AmiName=debian-12-*", "AmiOwners=136693071363;self", $"Architecture={architecture}"]).Blocks);
        Assert.Equal("source_ami_filter", filter.Name);
        Assert.Equal("OperatingSystem.os.AmiName", Read.Place(filter.Origin));
        Assert.Equal(
            [$"architecture={expected}", "name=debian-12-*", "root-device-type=ebs", "virtualization-type=hvm"],
            ((SettingValue.Map)Find(filter, "filters").Value).Entries.Select(entry => $"{entry.Key}={((SettingValue.Text)entry.Value).Value}"));
        Assert.Equal(
            ["136693071363", "self"], ((SettingValue.List)Find(filter, "owners").Value).Values.Select(value => ((SettingValue.Text)value).Value));
        Assert.Equal(new SettingValue.Flag(true), Find(filter, "most_recent").Value);
    }

    [Fact]
    public void What_the_builder_starts_from_wins_and_that_is_said()
    {
        var diagnostics = new DiagnosticBag();
        var component = ImageReader.Read(Project("AmazonEbs", ["AmiName=debian-12-*", "AmiOwners=self"], "SourceAmi=ami-1").Build(), diagnostics)
            .Variants.Single().Component;
        Assert.Empty(component.Blocks);
        Assert.Equal(new SettingValue.Text("ami-1"), component.Find("source_ami")!.Value);
        Read.IsProblem(
            [.. diagnostics],
            "XIMG1173",
            "Builder.b.SourceAmi",
            "Builder 'b' (AmazonEbs) starts from its own SourceAmi, so AmiName of OperatingSystem 'os' is not used. Remove one of them, or keep the operating system's away from this builder with Builders.");
    }

    [Theory]
    [InlineData("AmazonEbs", "SourceAmi=ami-1;AmiName=debian-*;AmiOwners=self", "AmiName", "SourceAmi and AmiName")]
    [InlineData("GoogleCompute", "SourceImage=debian-12-v1;SourceImageFamily=debian-12", "SourceImageFamily", "SourceImage and SourceImageFamily")]
    [InlineData("AzureGallery", "ImagePublisher=a;ImageOffer=b;ImageSku=c;GalleryName=g", "GalleryName", "ImagePublisher and GalleryName")]
    public void Two_images_of_one_item_are_an_error(string type, string system, string metadatum, string both) => Read.HasProblem(
        Project(type, system.Split(';')),
        "XIMG1152",
        $"OperatingSystem.os.{metadatum}",
        $"Builder 'b' ({type}) could start from either of two images: {both} name one each. Keep one, or move one to a second item of the same name with Builders.");

    [Fact]
    public void Two_images_are_said_once_for_all_builders_of_a_kind() => Assert.Single(
        Read.Problems(Project("AmazonEbs", ["SourceAmi=ami-1", "AmiName=debian-*", "AmiOwners=self"]).Builder("c", "AmazonEbs")));

    [Fact]
    public void An_item_may_carry_an_image_for_each_provider()
    {
        string[] system = ["AmiName=debian-*", "AmiOwners=self", "SourceImageFamily=debian-12", "GalleryName=g", "GalleryResourceGroup=r", "GalleryImageName=i", "IsoPath=i", "IsoFileName=a.iso"];
        Assert.Equal(3, Read.Valid(Project("AmazonEbs", system).Builder("g", "GoogleCompute", "Zone=europe-west1-b").Builder("q", "Qemu")).Variants.Length);
    }

    [Theory]
    [InlineData("Provider=AWS", "GalleryName=g", "XIMG1153", "OperatingSystem 'os' has GalleryName, which only builders for Azure read, but its item is for AWS. Remove it, or move it to an item of the same name for Azure.")]
    [InlineData("Builders=b", "IsoPath=[d] iso", "XIMG1153", "OperatingSystem 'os' has IsoPath, which only builders for OnPremises read, but its item is for AWS. Remove it, or move it to an item of the same name for OnPremises.")]
    [InlineData("Provider=AWS", "SourceImageFamily=debian-12", "XIMG1003", "OperatingSystem 'os' has the setting 'SourceImageFamily', which builder type AmazonEbs does not know.")]
    public void A_source_that_nobody_can_read_is_an_error(string limit, string source, string code, string message) => Read.HasProblem(
        Project("AmazonEbs", ["SourceAmi=ami-1", limit, source]).Builder("g", "GoogleCompute", "Zone=europe-west1-b")
            .OperatingSystem("os", "Platform=Linux", limit == "Builders=b" ? "Builders=g" : "Provider=Google", "SourceImageFamily=debian-12"),
        code,
        $"OperatingSystem.os.{source.Split('=')[0]}",
        message);

    [Fact]
    public void A_gallery_s_image_lies_in_the_builder_s_subscription()
    {
        var block = Assert.Single(Component(
            "AzureManaged", ["GalleryName=corp", "GalleryResourceGroup=rg", "GalleryImageName=base"], Subscription).Blocks);
        Assert.Equal("shared_image_gallery", block.Name);
        Assert.Equal(
            ["gallery_name", "image_name", "resource_group", "subscription"], block.Settings.Select(setting => setting.Name));
        Assert.IsType<SettingValue.Secret>(Find(block, "subscription").Value);
    }

    [Fact]
    public void A_gallery_s_subscription_and_version_may_be_others()
    {
        var block = Assert.Single(Component(
            "AzureGallery",
            ["GalleryName=corp", "GalleryResourceGroup=rg", "GalleryImageName=base", "GalleryImageVersion=1.2.3", "GallerySubscription=other"],
            Subscription).Blocks);
        Assert.Equal(new SettingValue.Text("1.2.3"), Find(block, "image_version").Value);
        Assert.Equal(new SettingValue.Text("other"), Find(block, "subscription").Value);
    }

    [Theory]
    [InlineData("AmazonEbs", "AmiName=\"…\" and AmiOwners=\"…\", or SourceAmi=\"ami-…\"")]
    [InlineData("GoogleCompute", "SourceImageFamily=\"…\" or SourceImage=\"…\", with SourceImageProjectId=\"…\"")]
    [InlineData("Docker", "Image=\"…\"")]
    [InlineData("AzureManaged", "ImagePublisher=\"…\", ImageOffer=\"…\" and ImageSku=\"…\", CustomManagedImageName=\"…\" with its resource group, or GalleryName=\"…\"")]
    public void A_cloud_s_builder_starts_from_something(string type, string expected) => Read.HasProblem(
        Project(type, ["DiskImage=debian.qcow2"]),
        "XIMG1150",
        "OperatingSystem.os",
        $"Operating system 'os' does not say which image builder 'b' starts from. Write {expected}.");

    [Fact]
    public void A_filter_without_owners_would_take_anybody_s_image() => Read.HasProblem(
        Project("AmazonEbs", ["AmiName=debian-12-*"]),
        "XIMG1151",
        "OperatingSystem.os.AmiName",
        "Operating system 'os' has no AmiOwners, but its image is named by AmiName and AmiOwners together. Write AmiOwners=\"…\" too.");

    [Fact]
    public void A_gallery_s_image_has_a_name() => Read.HasProblem(
        Project("AzureGallery", ["GalleryName=corp", "GalleryResourceGroup=rg"]),
        "XIMG1151",
        "OperatingSystem.os.GalleryName",
        "Operating system 'os' has no GalleryImageName, but its image is named by GalleryName, GalleryResourceGroup and GalleryImageName together. Write GalleryImageName=\"…\" too.");

    [Fact]
    public void The_region_of_an_operating_system_chooses_and_does_not_reach_the_builder()
    {
        var variant = Read.Valid(An.Image().Builder("b", "AzureManaged", "Region=WestEurope", Subscription)
            .OperatingSystem("os", "Platform=Linux", "Region=northeurope", "ImageUrl=https://north")
            .OperatingSystem("os", "Platform=Linux", "Region=westeurope", "ImageUrl=https://west")
            .Provisioner("p", "LinuxShellCommand", "Command=true", "Groups=g").Group("g", "").Role("r", "g")).Variants.Single();
        Assert.Equal(new SettingValue.Text("https://west"), variant.Component.Find("image_url")!.Value);
        Assert.Equal(new SettingValue.Text("WestEurope"), variant.Component.Find("location")!.Value);
    }

    [Fact]
    public void The_region_of_a_zone_chooses_too()
    {
        var variant = Read.Valid(An.Image().Builder("b", "GoogleCompute", "ProjectId=p", "Zone=europe-west3-a")
            .OperatingSystem("os", "Platform=Linux", "SourceImage=any")
            .OperatingSystem("os", "Platform=Linux", "Region=europe-west3", "SourceImage=europe")
            .Provisioner("p", "LinuxShellCommand", "Command=true", "Groups=g").Group("g", "").Role("r", "g")).Variants.Single();
        Assert.Equal(new SettingValue.Text("europe"), variant.Component.Find("source_image")!.Value);
    }

    private static Component Component(string type, string[] system, params string[] builder) =>
        Read.Valid(Project(type, system, builder)).Variants.Single().Component;

    private static ImageSourceBuilder Project(string type, string[] system, params string[] builder) => An.Image()
        .Builder("b", type, builder).OperatingSystem("os", ["Platform=Linux", .. system])
        .Provisioner("p", "LinuxShellCommand", "Command=true", "Groups=g").Group("g", "").Role("r", "g");

    private static Setting Find(SettingBlock block, string name) => block.Settings.Single(setting => setting.Name == name);
}
