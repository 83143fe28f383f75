using System.Xml.Linq;
using Xoap.Images.Diagnostics;
using Xoap.Images.ImagePackages;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.ImagePackages;

public class ImagePackageTests
{
    [Theory]
    [InlineData("1.0.0", "", "1.0.0", "1.0.0", "1.0.7")]
    [InlineData("2.3", "", "2.3", "2.3", "2.3.7")]
    [InlineData("2.3.99", "test", "2.3.99-test", "2.3.99-test", "2.3.7-test")]
    [InlineData("1.0.0", "", "4.5.7", "4.5.7", "4.5.7")]
    [InlineData("1.0.0", "rc.1", "4.5.7-beta", "4.5.7-beta", "4.5.7-beta")]
    [InlineData("1.0.0", "", "1.0.0", "4.5.7+commit", "4.5.7+commit")]
    public void The_third_number_is_the_image_s_version(string prefix, string suffix, string version, string packageVersion, string expected)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Equal(expected, ImagePackageVersion.Of(7, prefix, suffix, version, packageVersion, diagnostics));
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("2.0.0", "2.0.0", "Version")]
    [InlineData("1.0.0", "2.0.0", "PackageVersion")]
    [InlineData("1.0.0", "2.7", "PackageVersion")]
    public void Another_version_is_an_error(string version, string packageVersion, string property)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(ImagePackageVersion.Of(7, "1.0.0", "", version, packageVersion, diagnostics));
        Read.IsProblem(
            [.. diagnostics],
            "XIMG3903",
            property,
            $"{property} is '{packageVersion}', but the third number of an image package's version is the version of the image in it: 7. "
            + $"Leave {property} out and set VersionPrefix to say the first two numbers; VersionSuffix names a channel.");
    }

    [Theory]
    [InlineData("new")]
    [InlineData("1")]
    [InlineData("1.x.0")]
    public void A_prefix_has_two_numbers(string prefix)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(ImagePackageVersion.Of(7, prefix, "", prefix, prefix, diagnostics));
        Read.IsProblem(
            [.. diagnostics],
            "XIMG3904",
            "VersionPrefix",
            $"VersionPrefix is '{prefix}', but the first two numbers of an image package's version come from it. Write two or three numbers, such as 2.1.0.");
    }

    [Fact]
    public void The_props_bring_the_base_image_with_its_records()
    {
        var item = XDocument.Parse(ImagePackageProps.Text("shop-base", "Shop.Base", "1.0.7", ["qemu", "aws"])).Descendants("BaseImage").Single();
        Assert.Equal(
            ["shop-base", "$(MSBuildThisFileDirectory)../image/qemu/image.json;$(MSBuildThisFileDirectory)../image/aws/image.json", "Shop.Base", "1.0.7"],
            item.Attributes().Select(attribute => attribute.Value));
    }
}
