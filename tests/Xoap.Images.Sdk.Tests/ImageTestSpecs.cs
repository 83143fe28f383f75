using System.Runtime.Versioning;
using System.Text.Json;
using Xoap.Images.Sdk.Tests.Infra;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Tests as items: those of the build let an image pass or not, and roles bring theirs.</summary>
[SupportedOSPlatform("linux")]
public sealed class ImageTestSpecs(SshGuest guest) : IClassFixture<SshGuest>
{
    [Fact]
    public void Tests_of_the_build_run_before_the_image_is_made_and_are_recorded()
    {
        using var solution = new ImageSolution();
        WriteImage(solution, """<ImageTest Update="tests/host.bats" Phase="Build" />""");
        solution.Write("web/tests/host.bats", "load helper\n@test \"it has a name\" { has_a_name; }\n@test \"later\" { skip \"not yet\"; }\n");
        solution.Write("web/tests/helper.bash", "has_a_name() { [ -n \"$(hostname)\" ]; }\n");
        solution.Write("web/tests/later.bats", "@test \"in a machine of its own\" { false; }\n");
        solution.Build("web").Succeeded();

        var run = Record(solution, "runs/1/run.json");
        Assert.Equal((1, 0, 1), Counts(run.GetProperty("tests")));
        var first = run.GetProperty("tests").GetProperty("results")[0];
        Assert.Equal(("it has a name", "Passed"), (first.GetProperty("name").GetString(), first.GetProperty("state").GetString()));
        Assert.Equal(solution.PathOf("web/tests/host.bats"), first.GetProperty("file").GetString());
        Assert.Equal((1, 0, 1), Counts(Record(solution, "image.json").GetProperty("tests")));

        // A test of the image changes nothing, one of the build does.
        solution.Write("web/tests/later.bats", "@test \"in a machine of its own\" { true; }\n");
        Assert.Contains("web-v1 (up to date)", solution.Build("web").Succeeded().Output, StringComparison.Ordinal);
        solution.Write("web/tests/helper.bash", "has_a_name() { [ \"$(hostname)\" ]; }\n");
        Assert.Contains("test tests/host.bats: tests/helper.bash", solution.Build("web").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_fails_is_an_error_at_its_line_and_makes_no_image()
    {
        using var solution = new ImageSolution();
        WriteImage(solution, """<ImageTest Update="tests/**" Phase="Build" />""");
        solution.Write("web/tests/host.bats", "@test \"two are two\" {\n    run echo 3\n    [ \"$output\" = 2 ]\n}\n");
        solution.Write("web/tests/good.bats", "@test \"good\" { true; }\n");
        var build = solution.Build("web").HasError("host.bats(3,1): error XIMG4045", "'two are two' failed");
        Assert.Single(build.Errors);
        Assert.False(solution.Has("web/.images/web/guest/image.json"));
        Assert.Equal((1, 1, 0), Counts(Record(solution, "runs/1/run.json").GetProperty("tests")));
    }

    [Fact]
    public void A_role_brings_its_tests_by_project_and_by_package()
    {
        using var solution = new ImageSolution();
        solution.Project("Contoso.Tested", """
            <PropertyGroup><ImageProjectKind>Role</ImageProjectKind><Version>1.0.0</Version></PropertyGroup>
            <ItemGroup>
              <Provisioner Include="Greet" Type="LinuxShellCommand" Command="echo hello" Timeout="1m" />
              <ProvisionerGroup Include="Greetings" Provisioners="Greet" />
              <ProvisionerRole Include="Server" Groups="Greetings" />
              <ImageTest Update="tests/greeting.bats" Groups="Greetings" Phase="Build" />
            </ItemGroup>
            """);
        solution.Write("Contoso.Tested/tests/greeting.bats", "load lib/words\n@test \"it greets\" { greets; }\n");
        solution.Write("Contoso.Tested/tests/lib/words.bash", "greets() { true; }\n");
        solution.Write("web/tests/own.bats", "@test \"own\" { true; }\n");
        solution.Project("web", $"""<ItemGroup>{Builder}<ProjectReference Include="../Contoso.Tested/Contoso.Tested.imgproj" /></ItemGroup>""");
        solution.Build("web").Succeeded();
        Assert.Equal((1, 0, 0), Counts(Record(solution, "runs/1/run.json").GetProperty("tests")));

        solution.UseFeed();
        solution.Dotnet("pack", "Contoso.Tested", "-o", solution.PathOf("feed")).Succeeded();
        Directory.Move(solution.PathOf("Contoso.Tested"), solution.PathOf("gone"));
        Directory.Delete(solution.PathOf("web"), recursive: true);
        solution.Write("web/tests/own.bats", "@test \"own\" { true; }\n");
        solution.Project("web", $"""<ItemGroup>{Builder}<PackageReference Include="Contoso.Tested" Version="1.0.0" /></ItemGroup>""");
        solution.Build("web").Succeeded();
        Assert.Equal((1, 0, 0), Counts(Record(solution, "runs/1/run.json").GetProperty("tests")));
        var items = solution.Dotnet("build", "web", "-getItem:ImageTest").Succeeded().Output;
        Assert.Contains("\"PackageId\": \"Contoso.Tested\"", items, StringComparison.Ordinal);
        Assert.Contains("own.bats", items, StringComparison.Ordinal);
    }

    private string Builder => $"""
        <Builder Include="guest" Type="Null" SshHost="127.0.0.1" SshPort="{guest.Port}" SshUsername="{Environment.UserName}" SshPrivateKeyFile="{guest.Key}" />
        """;

    private void WriteImage(ImageSolution solution, string tests) => solution.Project("web", $"""
          <ItemGroup>
            {Builder}
            <Provisioner Include="Hello" Type="LinuxShellCommand" Timeout="1m" Command="true" />
            <ProvisionerGroup Include="Basics" Provisioners="Hello" />
            <ProvisionerRole Include="Server" Groups="Basics" />
            {tests}
          </ItemGroup>
        """);

    private static JsonElement Record(ImageSolution solution, string file)
    {
        using var document = JsonDocument.Parse(solution.Read($"web/.images/web/guest/{file}"));
        return document.RootElement.Clone();
    }

    private static (int Passed, int Failed, int Skipped) Counts(JsonElement tests) =>
        (tests.GetProperty("passed").GetInt32(), tests.GetProperty("failed").GetInt32(), tests.GetProperty("skipped").GetInt32());
}
