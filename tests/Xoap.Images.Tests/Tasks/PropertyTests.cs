using Xoap.Images.Diagnostics;
using Xoap.Images.Tasks;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Tasks;

/// <summary>Properties that say how Packer is run.</summary>
public class PropertyTests
{
    [Theory]
    [InlineData("-1", "XIMG4504", "The image version '-1' is not valid: ImageVersionNumber is a whole number from 1.")]
    [InlineData("0", "XIMG4504", "The image version '0' is not valid: ImageVersionNumber is a whole number from 1.")]
    [InlineData("1.5", "XIMG1010", "'ImageVersionNumber' is '1.5', but takes a whole number from 1.")]
    public void A_version_number_is_a_whole_number_from_1(string number, string code, string message)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(RunOptions.Read("", "", "Cleanup", number, diagnostics).Version);
        Read.IsProblem([.. diagnostics], code, "ImageVersionNumber", message);
    }

    [Theory]
    [InlineData("", "1.10", "XIMG1010", "", "")]
    [InlineData("", "new", "XIMG1010", "PackerVersion", "'PackerVersion' is 'new', but takes a version such as 1.10.0.")]
    [InlineData("", "0.9", "XIMG3000", "PackerVersion", "Packer 0.9 is too old: it cannot read HCL templates as they are written here. Install Packer 1.6 or newer.")]
    [InlineData("/none/packer", "", "XIMG4010", "PackerPath", "Packer was not found: there is no program '/none/packer'. Install it ('apt-get install packer' on Debian and Ubuntu, 'brew install packer' on macOS, 'winget install HashiCorp.Packer' on Windows), or name it in PackerPath.")]
    public void A_plan_says_that_the_named_Packer_is_none(string path, string version, string code, string place, string message)
    {
        var diagnostics = new DiagnosticBag();
        PackerProperties.Check(path, version, diagnostics);
        if (place.Length == 0)
        {
            Assert.Empty(diagnostics);
        }
        else
        {
            Read.IsProblem([.. diagnostics], code, place, message);
        }
    }
}
