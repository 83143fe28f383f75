using System.Runtime.CompilerServices;
using Xoap.Images.Sdk.Tests.Infra;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>What <c>dotnet test</c> tells of mistakes around the tests, and when.</summary>
public sealed class TestCommandSpecs(SshGuest guest) : IClassFixture<SshGuest>
{
    [Fact]
    public void What_is_wrong_with_the_command_line_is_told_before_anything_is_built()
    {
        using var solution = Solution();
        var packer = new CountedPacker(solution);
        var test = solution.Dotnet(
            "test", "web", "--filter", "Name~(", "--logger", "trx;LogFilName=a.trx", "--logger", "html", "-p:ImageTestKeepOnFailure=maybe").Failed();
        Assert.Contains(test.Errors, error => error.Contains("XIMG5458", StringComparison.Ordinal));
        Assert.Contains(test.Errors, error => error.Contains("XIMG5462", StringComparison.Ordinal));
        Assert.Contains(test.Errors, error => error.Contains("'ImageTestKeepOnFailure' is 'maybe'", StringComparison.Ordinal));
        Assert.Contains("XIMG5460", Assert.Single(test.Warnings), StringComparison.Ordinal);
        TestedImage.UseTestingPlatform(solution);
        var platform = solution.Dotnet("test", "--project", "web/web.imgproj", "-p:ImageTestBoots=Often");
        Assert.NotEqual(0, platform.ExitCode);
        Assert.Contains("'ImageTestBoots' is 'Often'", platform.Output, StringComparison.Ordinal);
        Assert.Empty(packer.Calls);
    }

    [Fact]
    public void A_login_that_the_guest_refuses_is_told_where_it_stands()
    {
        using var solution = Solution();
        solution.Write("web/web.imgproj", solution.Read("web/web.imgproj").Replace(
            "<Builder Include=\"local\"",
            $"""
            <Connection Include="operator" SshUsername="nobody" SshPrivateKeyFile="{guest.Key}" />
                <Builder Include="local" TestConnection="operator" SshHandshakeAttempts="1"
            """,
            StringComparison.Ordinal));
        var test = solution.Dotnet("test", "web").Failed();
        Assert.Contains("waiting for the guest to let in 'nobody' (SshUsername of Connection 'operator') by SSH", test.Output, StringComparison.Ordinal);
        Assert.Single(test.Errors);
        test.HasError("web.imgproj(3,36): error XIMG5465", "does not let in 'nobody' (SshUsername of Connection 'operator')");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_and_every_test_has_failed()
    {
        using var solution = Solution();
        solution.Build("web").Succeeded();
        solution.Write("web/obj/Debug/tests", "");
        var disk = solution.Dotnet("test", "web", "--no-build").Failed();
        Assert.Contains("XIMG5463", Assert.Single(disk.Errors), StringComparison.Ordinal);
        Assert.Contains(solution.PathOf("web/obj/Debug/tests/local"), disk.Errors[0], StringComparison.Ordinal);
        Assert.Contains("Passed: 0", disk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_is_for_no_variant_is_told()
    {
        using var solution = Solution();
        solution.Write("web/tests/other.bats", "@test \"other\" {\n    true\n}\n");
        solution.Write("web/web.imgproj", solution.Read("web/web.imgproj").Replace(
            "</ItemGroup>", "  <ImageTest Update=\"tests/other.bats\" Tags=\"team\" />\n  </ItemGroup>", StringComparison.Ordinal));
        var list = solution.Dotnet("test", "web", "--list-tests");
        Assert.Contains("web.imgproj: one test file is for none of the image's variants: tests/other.bats", list.Output, StringComparison.Ordinal);
        Assert.Contains(list.Warnings, warning => warning.Contains("XIMG1204", StringComparison.Ordinal));
    }

    private ImageSolution Solution([CallerMemberName] string test = "")
    {
        var solution = new ImageSolution(test);
        TestedImage.Write(solution, guest);
        return solution;
    }
}
