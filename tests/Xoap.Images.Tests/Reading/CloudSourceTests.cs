using Xoap.Images.Model;
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
    public void What_the_builder_starts_from_wins()
    {
        var component = Component("AmazonEbs", ["AmiName=debian-12-*", "AmiOwners=self"], "SourceAmi=ami-1");
        Assert.Empty(component.Blocks);
        Assert.Equal(new SettingValue.Text("ami-1"), component.Find("source_ami")!.Value);
    }

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
