using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Validation;

public class CloudRulesTests
{
    [Fact]
    public void A_name_that_google_does_not_take_is_an_error_at_the_name() => HasProblem(
        Linux(An.Image("2025-web").Builder("g", "GoogleCompute", "ProjectId=p", "Zone=europe-west3-a", "SourceImage=debian-12-v1")),
        "XIMG2100",
        "ImageName",
        "The image's name '2025-web' cannot become the ImageName of builder 'g': it takes a letter, then letters, digits, '-', '_' and '.', 55 characters in all ('-v' and six digits follow). Write another ImageName.");

    [Theory]
    [InlineData("1st=a", "1st")]
    [InlineData("Team=a;team=b", "team")]
    [InlineData("a{{b}}=c", "a{{b}}")]
    public void A_tag_becomes_a_label_of_its_own(string tags, string tag) => HasProblem(
        Google().Property("ImageTags", tags),
        "XIMG2101",
        "ImageTags",
        $"The tag '{tag}' does not fit into the ImageLabels of builder 'g', which takes names that begin with a letter, and differ when in lower case with '-' for other characters. Rename the tag.");

    [Fact]
    public void Aws_keeps_a_prefix_for_itself() => HasProblem(
        Aws().Property("ImageTags", "AWS:team=web"),
        "XIMG2101",
        "ImageTags",
        "The tag 'AWS:team' does not fit into the Tags of builder 'aws', which takes names that do not begin with 'aws:'. Rename the tag.");

    [Fact]
    public void Azure_s_tags_have_no_slash() => HasProblem(
        Azure("AzureManaged", "Region=westeurope", "InstanceType=Standard_D2s_v5", "ManagedImageResourceGroupName=rg")
            .Property("ImageTags", "contoso.com/team=web"),
        "XIMG2101",
        "ImageTags",
        "The tag 'contoso.com/team' does not fit into the AzureTags of builder 'azure', which takes names without < > % & \\ ? /. Rename the tag.");

    [Fact]
    public void A_description_fits_an_ami()
    {
        var project = Aws().Property("ImageDescription", new string('x', 256));
        HasProblem(
            project,
            "XIMG2102",
            "ImageDescription",
            "The image's description has 256 characters, but builder 'aws' takes 255. Shorten it, or write AmiDescription on the builder.");
        Assert.Empty(Problems(Aws("AmiDescription=short").Property("ImageDescription", new string('x', 256))));
    }

    [Theory]
    [InlineData("AmazonEbs", "Region", "eu-central-1a", "a region such as eu-central-1")]
    [InlineData("AmazonEbs", "Region", "europe", "a region such as eu-central-1")]
    [InlineData("GoogleCompute", "Zone", "europe-west1", "a zone with its letter, such as europe-west1-b")]
    [InlineData("AzureManaged", "SubscriptionId", "production", "a GUID such as 00000000-0000-0000-0000-000000000000")]
    [InlineData("AzureManaged", "TenantId", "contoso", "a GUID, or a domain of the directory")]
    public void A_place_has_the_form_of_its_provider_s(string type, string setting, string value, string expected) => Read.IsProblem(
        [.. Problems(OfType(type, $"{setting}={value}")).Where(problem => problem.Code == "XIMG2117")],
        "XIMG2117",
        $"Builder.b.{setting}",
        $"The {setting} of builder 'b' is '{value}', but has to be {expected}. Correct it.");

    [Fact]
    public void A_shared_place_is_said_once()
    {
        var problems = Problems(Linux(
            An.Image().Connection("aws", "Region=europe").Builder("a", "AmazonEbs", "Connection=aws").Builder("b", "AmazonEbs", "Connection=aws"),
            "SourceAmi=ami-1")).Where(problem => problem.Code == "XIMG2117");
        Assert.Contains("of builders 'a' and 'b' is 'europe'", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AmazonEbs", "Region=us-gov-west-1")]
    [InlineData("AmazonEbs", "Region=eusc-de-east-1")]
    [InlineData("AmazonEbs", "Region=nova;CustomEndpointEc2=https://cloud.example")]
    [InlineData("AmazonEbs", "Region=env:REGION")]
    [InlineData("GoogleCompute", "Zone=northamerica-northeast1-a")]
    [InlineData("GoogleCompute", "Zone=us-central1-ai1a")]
    [InlineData("AzureManaged", "TenantId=contoso.onmicrosoft.com")]
    [InlineData("AzureManaged", "SubscriptionId=66666666-2222-3333-4444-555555555555")]
    public void A_place_that_may_be_there_is_left_to_the_provider(string type, string settings) =>
        Assert.DoesNotContain(Problems(OfType(type, settings.Split(';'))), problem => problem.Code == "XIMG2117");

    [Fact]
    public void A_vpc_comes_with_a_subnet()
    {
        HasProblem(
            Aws("VpcId=vpc-1"),
            "XIMG2110",
            "Builder.aws.VpcId",
            "Builder 'aws' has VpcId but no SubnetId: only the default VPC has a default subnet. Write SubnetId=\"subnet-…\"; VpcId is then not needed.");
        Assert.Empty(Problems(Aws("VpcId=vpc-1", "SubnetId=subnet-1")));
        Assert.Empty(Problems(Aws("VpcId=vpc-1").Item("BuilderBlock", "net", "Builder=aws", "Block=subnet_filter", "MostFree=true")));
    }

    [Fact]
    public void A_managed_image_has_a_resource_group() => HasProblem(
        Azure("AzureManaged", "Region=westeurope", "InstanceType=Standard_D2s_v5"),
        "XIMG2111",
        "Builder.azure",
        "Builder 'azure' does not say where its managed image goes. Write ManagedImageResourceGroupName=\"…\" with a resource group that exists.");

    [Fact]
    public void A_gallery_s_image_has_a_gallery() => HasProblem(
        Azure("AzureGallery", "Region=westeurope", "InstanceType=Standard_D2s_v5", "SkipCreateImage=true"),
        "XIMG2112",
        "Builder.azure",
        "Builder 'azure' does not say which gallery its image goes to. Add <BuilderBlock Include=\"…\" Builder=\"azure\" Block=\"shared_image_gallery_destination\" ResourceGroup=\"…\" GalleryName=\"…\" ImageName=\"…\" />.");

    [Fact]
    public void A_gallery_s_image_is_named_in_full() => HasProblem(
        Azure("AzureGallery", "Region=westeurope", "InstanceType=Standard_D2s_v5")
            .Item("BuilderBlock", "gallery", "Builder=azure", "Block=SharedImageGalleryDestination", "ResourceGroup=rg", "GalleryName=corp"),
        "XIMG2113",
        "BuilderBlock.gallery",
        "Block 'gallery' names a gallery's image only in part: it has no ImageName. Write ImageName=\"…\".");

    [Fact]
    public void A_gallery_s_image_needs_no_version_of_its_own() => Assert.Empty(Problems(
        Azure("AzureGallery", "Region=westeurope", "InstanceType=Standard_D2s_v5").Item(
            "BuilderBlock", "gallery", "Builder=azure", "Block=SharedImageGalleryDestination", "ResourceGroup=rg", "GalleryName=corp", "ImageName=win")));

    [Fact]
    public void A_machine_on_azure_has_a_size() => HasProblem(
        Azure("AzureManaged", "Region=westeurope", "ManagedImageResourceGroupName=rg"),
        "XIMG2114",
        "Builder.azure",
        "Builder 'azure' has no InstanceType: Packer would ask for Standard_A1, which Azure has retired. Write one, such as InstanceType=\"Standard_D2s_v5\".");

    [Fact]
    public void Azure_takes_a_region_or_a_resource_group_to_build_in() => HasProblem(
        Azure("AzureManaged", "Region=westeurope", "BuildResourceGroupName=rg", "ManagedImageResourceGroupName=rg", "InstanceType=Standard_D2s_v5"),
        "XIMG2033",
        "Builder.azure.BuildResourceGroupName",
        "Builder 'azure' has Location and BuildResourceGroupName, of which Packer's azure-arm takes only one. Keep one of them.");

    [Fact]
    public void A_cloud_s_windows_has_no_ssh_server()
    {
        HasProblem(
            Windows("AmazonEbs", "SourceAmi=ami-1", "Region=eu-central-1", "InstanceType=t3.large", "Communicator=ssh", "SshUsername=Administrator"),
            "XIMG2115",
            "Builder.b.Communicator",
            "Builder 'b' reaches Windows by SSH, but the provider's Windows images start no SSH server. Remove Communicator so that WinRM is used, or start the server by one of: UserData, UserDataFile.");
        Assert.Empty(Problems(Windows(
            "AmazonEbs", "SourceAmi=ami-1", "Region=eu-central-1", "InstanceType=t3.large", "Communicator=ssh", "SshUsername=Administrator",
            "UserDataFile=ssh.ps1")));
    }

    [Fact]
    public void A_user_of_ssh_alone_means_ssh_too() => Assert.Equal(
        ["XIMG2115"],
        Problems(Windows("AmazonEbs", "SourceAmi=ami-1", "Region=eu-central-1", "InstanceType=t3.large", "SshUsername=Administrator"))
            .Select(problem => problem.Code));

    [Fact]
    public void Google_s_administrator_cannot_sign_in() => HasProblem(
        Windows("GoogleCompute", "SourceImage=win", "ProjectId=p", "Zone=europe-west3-a", "WinrmUsername=administrator"),
        "XIMG2116",
        "Builder.b.WinrmUsername",
        "Builder 'b' signs in as Administrator, an account that Google's Windows images disable. Leave WinrmUsername out, or write another name: the builder makes the account.");

    private static ImageSourceBuilder Google() =>
        Linux(An.Image().Builder("g", "GoogleCompute", "ProjectId=p", "Zone=europe-west3-a", "SourceImage=debian-12-v1"));

    private static ImageSourceBuilder Aws(params string[] builder) => Linux(An.Image().Builder(
        "aws", "AmazonEbs", ["Region=eu-central-1", "InstanceType=t3.small", "SourceAmi=ami-1", "SshUsername=admin", .. builder]));

    private static ImageSourceBuilder Azure(string type, params string[] builder) =>
        Linux(An.Image().Builder("azure", type, ["UseAzureCliAuth=true", "ImageUrl=https://x", .. builder]));

    private static ImageSourceBuilder Windows(string type, params string[] builder) => An.Image()
        .Builder("b", type, builder).OperatingSystem("os", "Platform=Windows")
        .Provisioner("reboot", "windows-restart", "Timeout=5m").Group("g", "reboot").Role("r", "g");

    private static ImageSourceBuilder Linux(ImageSourceBuilder project, params string[] system) => project
        .OperatingSystem("os", ["Platform=Linux", .. system])
        .Provisioner("hello", "LinuxShellCommand", "Command=echo hello", "Timeout=5m").Group("g", "hello").Role("r", "g");

    private static void HasProblem(ImageSourceBuilder project, string code, string place, string message) =>
        Read.IsProblem(Problems(project), code, place, message);

    private static Diagnostic[] Problems(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read(project.Build(), diagnostics);
        ImageRules.Check(definition, diagnostics);
        return [.. diagnostics];
    }

    private static ImageSourceBuilder OfType(string type, params string[] settings) => Linux(
        An.Image().Builder("b", type, settings),
        type switch { "AmazonEbs" => "SourceAmi=ami-1", "GoogleCompute" => "SourceImage=debian-12-v1", _ => "ImageUrl=https://x" });
}
