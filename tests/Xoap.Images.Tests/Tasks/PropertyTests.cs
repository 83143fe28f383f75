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

    [Theory]
    [InlineData("PerVariant", "2", "", "maybe", "XIMG1010", "ImageTestKeepOnFailure", "'ImageTestKeepOnFailure' is 'maybe', but takes true or false.")]
    [InlineData("PerVariant", "0", "", "false", "XIMG1010", "ImageTestParallel", "'ImageTestParallel' is '0', but takes a whole number from 1.")]
    [InlineData("PerVariant", "-1", "", "false", "XIMG1010", "ImageTestParallel", "'ImageTestParallel' is '-1', but takes a whole number from 1.")]
    [InlineData("PerVariant", "2", "foo", "false", "XIMG1013", "ImageTestTimeout", "'ImageTestTimeout' is 'foo', which is no duration. Write a number with its unit (15m, 1h30m, 90s) or hh:mm:ss (00:15:00).")]
    [InlineData("PerFil", "2", "1m", "true", "XIMG1011", "ImageTestBoots", "'ImageTestBoots' is 'PerFil', but takes one of: PerVariant, PerFile. Did you mean 'PerFile'?")]
    public void How_tests_run_is_said_in_known_words(
        string boots, string parallel, string timeout, string keepOnFailure, string code, string place, string message)
    {
        var diagnostics = new DiagnosticBag();
        TestRunProperties.Read(boots, parallel, timeout, keepOnFailure, diagnostics);
        Read.IsProblem([.. diagnostics], code, place, message);
    }

    [Fact]
    public void Tests_have_some_time()
    {
        var diagnostics = new DiagnosticBag();
        TestRunProperties.Read("PerFile", "1", "0s", "true", diagnostics);
        Assert.Equal("ImageTestTimeout", Assert.Single(diagnostics).Origin.Name);
    }
}
