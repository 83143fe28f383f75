using Xoap.Images.Model;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class ImageReaderTests
{
    [Fact]
    public void An_image_is_read()
    {
        var image = Read.Valid(An.DebianImage()
            .Property("ImageDescription", "A web server")
            .Property("ImageTags", "team=web;note=100%")
            .Property("DefaultProvisionerTimeout", "20m")
            .Property("ImageMaxAge", "720:00:00")
            .Property("ImageSeal", "seal.sh"));

        Assert.Equal(("web", "A web server"), (image.Name, image.Description));
        Assert.Equal(["team=Text { Value = web }", "note=Text { Value = 100% }"], image.Tags.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal(TimeSpan.FromMinutes(20), image.DefaultProvisionerTimeout);
        Assert.Equal(TimeSpan.FromDays(30), image.MaxAge);
        Assert.Equal("/projects/web/seal.sh", image.Seal);
        Assert.Equal("server", image.Role!.Name);
        Assert.Equal(["basics"], image.Role.Groups.ToArray());
        Assert.Equal(["hello"], image.Groups.Single().Provisioners.ToArray());
        var step = image.Provisioners.Single();
        Assert.Equal("LinuxShellCommand", step.Type);
        Assert.Equal(new SettingValue.Text("echo hello"), step.Find("Command")!.Value);
        Assert.Equal(TimeSpan.FromMinutes(5), step.Limits.Timeout);
        Assert.Equal("qemu", image.Variants.Single().Name);
    }

    [Theory]
    [InlineData("Noen", "None")]
    [InlineData("atuo", "Auto")]
    public void A_mistyped_seal_is_no_script(string seal, string meant) => Read.HasProblem(
        An.DebianImage().Property("ImageSeal", seal),
        "XIMG1011",
        "ImageSeal",
        $"'ImageSeal' is '{seal}', but takes one of: Auto, None, a script's path. Did you mean '{meant}'?");

    [Theory]
    [InlineData("seal.sh")]
    [InlineData("./none1")]
    [InlineData("generalise")]
    public void Other_seals_are_scripts(string seal) =>
        Assert.StartsWith(An.ProjectDirectory, Read.Valid(An.DebianImage().Property("ImageSeal", seal)).Seal, StringComparison.Ordinal);

    [Fact]
    public void Properties_have_defaults()
    {
        var image = Read.Valid(An.DebianImage());
        Assert.Equal((TimeSpan.FromHours(1), null, "Auto"), (image.DefaultProvisionerTimeout, image.MaxAge, image.Seal));
    }

    [Fact]
    public void An_image_without_a_usable_name_is_an_error() => Read.HasProblem(
        An.DebianImage("my web"),
        "XIMG1101",
        "ImageName",
        "'my web' cannot be the name of an image: files and machines are named after it. Use 1 to 63 letters of A-Z, a-z, 0-9, '.', '_' and '-', starting with a letter or digit.");

    [Fact]
    public void A_property_that_is_no_duration_is_an_error() => Read.HasProblem(
        An.DebianImage().Property("ImageMaxAge", "30"),
        "XIMG1013",
        "ImageMaxAge",
        "'ImageMaxAge' is '30', which is no duration. Write a number with its unit (15m, 1h30m, 90s) or hh:mm:ss (00:15:00).");

    [Fact]
    public void A_name_with_a_separator_is_an_error() => Read.HasProblem(
        An.DebianImage().Provisioner("a;b", "LinuxRestart"),
        "XIMG1100",
        "Provisioner.a;b",
        "'a;b' cannot be the name of a Provisioner. A name is any text without ';', '*', '?', control characters, and spaces at its ends.");

    [Fact]
    public void A_builder_name_becomes_a_file_name() => Read.HasProblem(
        An.DebianImage().Builder("my builder", "Null", "Communicator=none"),
        "XIMG1101",
        "Builder.my builder",
        "'my builder' cannot be the name of a Builder: files and machines are named after it. Use 1 to 63 letters of A-Z, a-z, 0-9, '.', '_' and '-', starting with a letter or digit.");

    [Fact]
    public void A_duplicate_is_reported_at_its_place_and_names_both_files() => Read.HasProblem(
        An.DebianImage()
            .In("/packages/roles.props").Provisioner("nginx", "LinuxRestart")
            .In("/projects/web/web.imgproj").Provisioner("NGINX", "LinuxRestart", "Groups=basics"),
        "XIMG1102",
        "Provisioner.NGINX",
        "Provisioner 'NGINX' is defined more than once (in /packages/roles.props and /projects/web/web.imgproj). Rename one, or write Update=\"NGINX\" to change the item that is already there.");

    [Fact]
    public void Items_of_other_types_are_none_of_our_business() =>
        Read.Valid(An.DebianImage().Item("ImageTest", "tests/a.bats").Item("None", "readme.md", "Type=x"));
}
