using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Xoap.Images.Sdk.Tests.Infra;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary><c>dotnet test</c> on image projects, with both runners, a real Packer, real Bats, and this machine as the guest.</summary>
public sealed class DotnetTestSpecs(SshGuest guest) : IClassFixture<SshGuest>
{
    [Fact]
    public void A_failed_test_is_an_error_at_its_line()
    {
        using var solution = Solution();
        var test = solution.Dotnet("test", "web", "--logger", "trx;LogFileName=web.trx", "--logger", "junit;LogFileName=web.xml", "--results-directory", "results");
        Assert.Equal(1, test.ExitCode);
        test.HasError("site.bats(10,1): error XIMG5459", "the moon is made of cheese", "[ \"$moon\" = cheese ]");
        Assert.Single(test.Errors);
        Assert.Contains("Failed: 1, Passed: 1, Skipped: 1, Total: 3", test.Output, StringComparison.Ordinal);
        Assert.Contains("Standard Output Messages:", test.Output, StringComparison.Ordinal);
        Assert.Contains("looking at the moon", test.Output, StringComparison.Ordinal);
        Assert.Contains("one and one is two", test.Output, StringComparison.Ordinal);

        var trx = XDocument.Load(solution.PathOf("results/web.trx"));
        var outcomes = trx.Descendants().Where(element => element.Name.LocalName == "UnitTestResult")
            .Select(element => (element.Attribute("testName")!.Value, element.Attribute("outcome")!.Value)).ToArray();
        Assert.Equal(3, outcomes.Length);
        Assert.Contains(outcomes, outcome => outcome is (_, "Failed") && outcome.Item1.Contains("cheese", StringComparison.Ordinal));
        var junit = XDocument.Load(solution.PathOf("results/web.xml"));
        Assert.Single(junit.Descendants("failure"));
        Assert.Equal(3, junit.Descendants("testcase").Count());

        var record = solution.Read("web/.images/web/local/runs/1/tests/1/test.json");
        Assert.Contains("\"failed\": 1", record, StringComparison.Ordinal);
        Assert.Contains("\"status\": \"Succeeded\"", record, StringComparison.Ordinal);

        solution.Write("web/tests/site.bats", TestedImage.Passing);
        var passed = solution.Dotnet("test", "web", "--logger", "console;verbosity=minimal").Succeeded();
        Assert.DoesNotContain("one and one is two", passed.Output, StringComparison.Ordinal);
        Assert.Contains("up to date", passed.Output, StringComparison.Ordinal);
        Assert.Contains("Failed: 0, Passed: 2, Skipped: 1, Total: 3", passed.Output, StringComparison.Ordinal);
        Assert.True(solution.Has("web/.images/web/local/runs/1/tests/2/test.json"));

        solution.Write("file", "");
        var unwritten = solution.Dotnet("test", "web", "--no-build", "--logger", "html", "--logger", "trx;LogFileName=../../file/web.trx").Failed();
        Assert.Contains("XIMG5460", Assert.Single(unwritten.Warnings), StringComparison.Ordinal);
        Assert.Contains("XIMG5461", Assert.Single(unwritten.Errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(solution.PathOf("temporary"), "ximg-*"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tests_are_listed_without_starting_anything(bool platform)
    {
        using var solution = Solution();
        var packer = new CountedPacker(solution);
        if (platform)
        {
            TestedImage.UseTestingPlatform(solution);
        }

        string[] project = platform ? ["--project", "web/web.imgproj"] : ["web"];
        var list = solution.Dotnet(["test", .. project, "--list-tests", .. platform ? ["-p:ImageBuild=false", "-p:PackerVersion=1.6.6"] : Array.Empty<string>()]).Succeeded();
        Assert.Contains("one and one is two", list.Output, StringComparison.Ordinal);
        Assert.Contains("nothing to do", list.Output, StringComparison.Ordinal);
        Assert.Empty(packer.Calls);
    }

    [Fact]
    public void A_filter_chooses_among_tests()
    {
        using var solution = Solution();
        var two = solution.Dotnet("test", "web", "--filter", "Name~one|TestCategory=slow").Succeeded();
        Assert.Contains("Passed: 1, Skipped: 1, Total: 2", two.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", two.Output.Trim(), StringComparison.Ordinal);
        var none = solution.Dotnet("test", "web", "--no-build", "--filter", "Name~nowhere").Succeeded();
        Assert.Contains("No test matches the given testcase filter `Name~nowhere` in ", none.Output, StringComparison.Ordinal);
        var listed = solution.Dotnet("test", "web", "--no-build", "--list-tests", "--filter", "Name~nowhere").Succeeded();
        Assert.Contains("No test matches the given testcase filter `Name~nowhere` in ", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("are available", listed.Output, StringComparison.Ordinal);
        solution.Dotnet("test", "web", "--no-build", "--filter", "Name~(").HasError("web.imgproj: error XIMG5458", "Name~(");
    }

    [Fact]
    public void What_was_never_built_cannot_be_tested_and_what_changed_since_is_told()
    {
        using var solution = Solution();
        solution.Dotnet("restore", "web").Succeeded();
        var never = solution.Dotnet("test", "web", "--no-build").Failed();
        Assert.Contains("XIMG5450", Assert.Single(never.Errors), StringComparison.Ordinal);

        TestedImage.Write(solution, guest, tests: TestedImage.Passing);
        solution.Build("web").Succeeded();
        TestedImage.Write(solution, guest, tests: null, more: """<PropertyGroup><ImageDescription>Another</ImageDescription></PropertyGroup>""");
        solution.Write("web/web.imgproj", solution.Read("web/web.imgproj").Replace("Command=\"true\"", "Command=\"echo changed\"", StringComparison.Ordinal));
        var stale = solution.Dotnet("test", "web", "--no-build").Succeeded();
        Assert.Contains(stale.Warnings, warning => warning.Contains("XIMG5451", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_without_tests_is_passed_over()
    {
        using var solution = new ImageSolution();
        TestedImage.Write(solution, guest, tests: null);
        Assert.Contains("web.imgproj has no image tests", solution.Dotnet("test", "web").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guest_that_cannot_be_reached_fails_every_test_with_one_reason()
    {
        using var solution = Solution();
        solution.Build("web").Succeeded();
        solution.Write("web/web.imgproj", solution.Read("web/web.imgproj").Replace(
            $"SshPort=\"{guest.Port}\"", "SshPort=\"1\" SshTimeout=\"3s\"", StringComparison.Ordinal));
        var test = solution.Dotnet("test", "web", "--no-build", "--logger", "trx;LogFileName=web.trx").Failed();
        Assert.Contains("XIMG5452", Assert.Single(test.Errors), StringComparison.Ordinal);
        var failed = XDocument.Load(solution.PathOf("web/TestResults/web.trx")).Descendants()
            .Where(element => element.Name.LocalName == "UnitTestResult" && element.Attribute("outcome")!.Value == "Failed");
        Assert.True(failed.Count() >= 3);
    }

    [Fact]
    public void A_file_that_cannot_run_fails_its_own_tests_at_their_place_and_no_others()
    {
        using var solution = Solution();
        TestedImage.Write(solution, guest, tests: TestedImage.Passing, more: """
            <ItemGroup>
              <ImageTest Update="tests/ghost.bats"
                         RunAs="ghost" />
            </ItemGroup>
            """);
        solution.Write("web/tests/ghost.bats", "@test \"ghost\" { true; }\n");
        solution.Write("web/tests/broken.bats", "@test \"first\" {\n  if true; then\n}\n@test \"second\" { true; }\n");
        var test = solution.Dotnet("test", "web").Failed();
        test.HasError("web.imgproj(10,14): error XIMG5459", "'ghost' failed: The tests cannot run as ghost: ");
        test.HasError("broken.bats(3,1): error XIMG5459", "'first' failed", $"{solution.PathOf("web/tests/broken.bats")}: line 3: syntax error");
        Assert.Contains(test.Errors, error => error.StartsWith("broken.bats(3,1): error XIMG5459: Test 'second' failed", StringComparison.Ordinal));
        Assert.Equal(3, test.Errors.Count);
        Assert.Contains("Failed: 3, Passed: 2, Skipped: 1, Total: 6", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_file_can_have_a_start_of_its_own()
    {
        using var solution = Solution();
        solution.Write("web/tests/site.bats", TestedImage.Passing);
        solution.Write("web/tests/other.bats", "@test \"other\" {\n    true\n}\n");
        var packer = new CountedPacker(solution);
        var test = solution.Dotnet("test", "web", "-p:ImageTestBoots=PerFile").Succeeded();
        Assert.Contains("Passed: 3, Skipped: 1, Total: 4", test.Output, StringComparison.Ordinal);
        Assert.Equal(3, packer.Calls.Count(call => call == "build"));
        Assert.Single(solution.Dotnet("test", "web", "--no-build", "-p:ImageTestBoots=Once").Failed().Errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Image_projects_stand_beside_ordinary_test_projects(bool platform)
    {
        using var solution = Solution();
        TestedImage.Write(solution, guest, "shop", TestedImage.Passing);
        solution.Write("nuget.config", solution.Read("nuget.config").Replace("<clear />", "", StringComparison.Ordinal));
        solution.Write("unit/Unit.cs", "public class Unit { [Xunit.Fact] public void Fine() { } }");
        solution.Write("unit/unit.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
              </PropertyGroup>
              <ItemGroup>
                {(platform ? "" : "<PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"18.0.1\" /><PackageReference Include=\"xunit.runner.visualstudio\" Version=\"3.1.5\" />")}
                <PackageReference Include="xunit.v3" Version="3.2.1" />
              </ItemGroup>
            </Project>
            """);
        solution.Write("all.slnx", """
            <Solution>
              <Project Path="shop/shop.imgproj" Type="Common C#" />
              <Project Path="unit/unit.csproj" />
              <Project Path="web/web.imgproj" Type="Common C#" />
            </Solution>
            """);
        if (platform)
        {
            TestedImage.UseTestingPlatform(solution);
            var all = solution.Dotnet("test", "--solution", "all.slnx");
            Assert.Equal(2, all.ExitCode);
            Assert.Contains("total: 7", all.Output, StringComparison.Ordinal);
            Assert.Contains("failed: 1", all.Output, StringComparison.Ordinal);
            Assert.Contains("skipped: 2", all.Output, StringComparison.Ordinal);
            return;
        }

        var test = solution.Dotnet("test", "all.slnx");
        Assert.Equal(1, test.ExitCode);
        Assert.Contains("Failed: 1, Passed: 1, Skipped: 1, Total: 3", test.Output, StringComparison.Ordinal);
        Assert.Contains("Failed: 0, Passed: 2, Skipped: 1, Total: 3", test.Output, StringComparison.Ordinal);
        Assert.Contains("Passed:     1, Skipped:     0, Total:     1", test.Output, StringComparison.Ordinal);
    }

    private ImageSolution Solution([CallerMemberName] string test = "")
    {
        var solution = new ImageSolution(test);
        solution.Environment["TMPDIR"] = Directory.CreateDirectory(solution.PathOf("temporary")).FullName;
        TestedImage.Write(solution, guest);
        return solution;
    }
}
