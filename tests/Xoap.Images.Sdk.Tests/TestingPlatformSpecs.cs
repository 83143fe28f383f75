using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Xoap.Images.Sdk.Tests.Infra;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary><c>dotnet test</c> where Microsoft.Testing.Platform is the runner.</summary>
public sealed class TestingPlatformSpecs(SshGuest guest) : IClassFixture<SshGuest>
{
    [Fact]
    public void A_failed_test_is_a_failed_test_of_the_testing_platform()
    {
        using var solution = Solution();
        var test = solution.Dotnet(
            "test", "--project", "web/web.imgproj", "--report-trx", "--report-trx-filename", "web.trx", "--report-junit", "--results-directory", solution.PathOf("results"));
        Assert.Equal(2, test.ExitCode);
        Said(test, "failed the moon is made of cheese", "site.bats:10", "total: 3", "skipped: 1");
        Said(test, $"web on local: its tests run in v1, logs: {solution.PathOf("web/.images/web/local/runs/1/tests")}\n");
        Said(test, $"Running tests from {solution.PathOf("web/web.imgproj")} ", $"log: {solution.PathOf("web/.images/web/local/runs/1/tests/1/packer.log")}\n");
        Assert.Single(Directory.GetFiles(solution.PathOf("results"), "*.xml"));
        var starts = XDocument.Load(solution.PathOf("results/web.trx")).Descendants()
            .Where(element => element.Name.LocalName == "UnitTestResult").Select(result => (DateTimeOffset)result.Attribute("startTime")!).ToArray();
        Assert.Equal(3, starts.Length);
        Assert.Equal(starts.Order(), starts);
        Assert.True(starts[0] < starts[1]);

        solution.Write("web/tests/site.bats", TestedImage.Passing);
        Said(solution.Dotnet("test", "--project", "web/web.imgproj", "--no-build").Succeeded(), "succeeded: 2");
        solution.Write("file", "");
        var unwritten = solution.Dotnet(
            "test", "--project", "web/web.imgproj", "--no-build", "--report-trx", "--report-trx-filename", solution.PathOf("file/web.trx"));
        Assert.Equal(10, unwritten.ExitCode);
        Said(unwritten, "XIMG5461");
    }

    [Fact]
    public void What_is_wrong_with_the_line_is_told()
    {
        using var solution = Solution();
        solution.Build("web").Succeeded();
        Ends(solution, 5, ["--filter", "Name==x"], "Position 6 of the filter 'Name==x'");
        Ends(solution, 5, ["--wrong", "--report-junit"], "Unknown option '--wrong'");
        Ends(solution, 5, ["--report-trx-filename", "a.trx"], "--report-trx-filename has no effect without --report-trx");
        Ends(solution, 5, ["--treenode-filter", "one["], "Filter contains an unexpected");
        Ends(solution, 8, ["--filter", "Name~nowhere"], "No test matches the given testcase filter `Name~nowhere`");
        Ends(solution, 8, ["--filter", "Name~nowhere", "--list-tests"], "No test matches the given testcase filter `Name~nowhere`");
        var property = solution.Dotnet("test", "--project", "web/web.imgproj", "-p:ImageTestBoots=Once");
        Assert.Single(property.Failed().Errors);
    }

    [Theory]
    [InlineData("/web/local/site.bats/one%20and*", "one and one is two")]
    [InlineData("/web/*/site.bats/**[Category=slow]", "nothing to do")]
    [InlineData("/*/local/*.bats/*cheese", "the moon is made of cheese")]
    public void A_path_chooses_by_image_variant_file_and_test(string path, string name)
    {
        using var solution = Solution();
        var list = solution.Dotnet("test", "--project", "web/web.imgproj", "--list-tests", "-p:ImageBuild=false", "--treenode-filter", path).Succeeded();
        Said(list, "Discovered 1 tests", $"  {name}\n");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("<ItemGroup><ImageTest Update=\"tests/site.bats\" Phase=\"Build\" /></ItemGroup>", "@test \"fine\" {\n    true\n}\n")]
    public void A_project_without_tests_is_passed_over(string more, string tests)
    {
        using var solution = new ImageSolution();
        TestedImage.Write(solution, guest, tests: tests.Length > 0 ? tests : null, more: more);
        TestedImage.UseTestingPlatform(solution);
        Said(solution.Dotnet("test", "--project", "web/web.imgproj").Succeeded(), "web.imgproj has no image tests");
    }

    [Fact]
    public void A_role_has_nothing_to_test_and_that_is_no_failure()
    {
        using var solution = Solution();
        solution.Write("web/tests/site.bats", TestedImage.Passing);
        solution.Project("greeter", """
            <PropertyGroup><ImageProjectKind>Role</ImageProjectKind></PropertyGroup>
            <ItemGroup>
              <Provisioner Include="Greet" Type="LocalCommand" Command="true" Timeout="1m" />
              <ProvisionerGroup Include="Greetings" Provisioners="Greet" />
              <ProvisionerRole Include="Greeter" Groups="Greetings" />
            </ItemGroup>
            """);
        solution.Write("all.slnx", """
            <Solution>
              <Project Path="greeter/greeter.imgproj" Type="Common C#" />
              <Project Path="web/web.imgproj" Type="Common C#" />
            </Solution>
            """);
        const string words = "greeter.imgproj is a role: it has no machine to test.";
        Said(solution.Dotnet("test", "--project", "greeter/greeter.imgproj").Succeeded(), words);
        var all = solution.Dotnet("test", "--solution", "all.slnx").Succeeded();
        Said(all, "succeeded: 2");
        Assert.DoesNotContain("greeter", all.Output, StringComparison.Ordinal);

        TestedImage.UseVSTest(solution);
        Said(solution.Dotnet("test", "greeter").Succeeded(), words);
        Said(solution.Dotnet("test", "all.slnx").Succeeded(), words, "Passed: 2");
    }

    private static void Ends(ImageSolution solution, int code, string[] options, string words)
    {
        var test = solution.Dotnet(["test", "--project", "web/web.imgproj", "--no-build", .. options]);
        Assert.Equal(code, test.ExitCode);
        Said(test.NoStackTrace(), words);
        Assert.DoesNotContain("Usage", test.Output, StringComparison.Ordinal);
    }

    private static void Said(DotnetResult result, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, result.Output, StringComparison.Ordinal));

    private ImageSolution Solution([CallerMemberName] string test = "")
    {
        var solution = new ImageSolution(test);
        TestedImage.Write(solution, guest);
        TestedImage.UseTestingPlatform(solution);
        return solution;
    }
}
