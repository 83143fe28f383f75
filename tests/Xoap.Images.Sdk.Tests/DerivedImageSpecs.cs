using System.Text.Json;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Images that build on images, by project and by package, with the real Packer.</summary>
public class DerivedImageSpecs
{
    private const string Reference = """<ProjectReference Include="../base/base.imgproj" />""";

    [Fact]
    public void A_base_and_what_builds_on_it_are_built_in_order_and_only_when_something_changed()
    {
        using var solution = Shop();
        var packer = new CountedPacker(solution);
        solution.Dotnet("new", "sln", "-n", "Shop", "--format", "slnx").Succeeded();
        solution.Dotnet("sln", "Shop.slnx", "add", "web/web.imgproj", "base/base.imgproj").Succeeded();
        solution.Build("Shop.slnx").Succeeded();
        Assert.Equal("one", solution.Read("web/bin/images/disk/web-v1"));
        Assert.Equal(2, packer.Calls.Count(call => call == "build"));

        var second = solution.Build("Shop.slnx").Succeeded();
        Assert.Equal(2, packer.Calls.Count(call => call == "build"));
        Assert.Contains("web-v1 (up to date)", second.Output, StringComparison.Ordinal);

        Base(solution, "two");
        Assert.Contains(
            "- its base image base would be built first (builder: content changed)", solution.Build("web", "-t:PlanImage").Succeeded().Output, StringComparison.Ordinal);
        var third = solution.Build("web").Succeeded();
        Assert.Contains("(built: base image base changed (v1 -> v2))", third.Output, StringComparison.Ordinal);
        Assert.Equal("two", solution.Read("web/bin/images/disk/web-v2"));
        var ancestor = JsonDocument.Parse(solution.Read("web/.images/web/disk/image.json")).RootElement.GetProperty("base");
        Assert.Equal(("base", 2, "disk"), (ancestor.GetProperty("name").GetString(), ancestor.GetProperty("version").GetInt32(), ancestor.GetProperty("builder").GetString()));
    }

    [Theory]
    [InlineData("-graph -m")]
    [InlineData("-graph -isolate --no-restore")]
    public void A_graph_of_three_is_built_in_one_go(string switches)
    {
        using var solution = Shop();
        solution.Project("shop", Image("""<ProjectReference Include="../web/web.imgproj" />"""));
        solution.Dotnet("restore", "shop").Succeeded();
        solution.Build(["shop", .. switches.Split(' ')]).Succeeded();
        Assert.Equal("one", solution.Read("shop/bin/images/disk/shop-v1"));
        Base(solution, "two");
        Assert.Contains("base image web changed (v1 -> v2)", solution.Build(["shop", .. switches.Split(' ')]).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_is_told_before_the_base_is_built()
    {
        using var solution = Shop();
        var packer = new CountedPacker(solution);
        var good = solution.Read("web/web.imgproj");
        solution.Write("web/web.imgproj", good.Replace("Timeout=", "Timeot=", StringComparison.Ordinal));
        var wrong = solution.Build("web").HasError("web.imgproj(5,54): error XIMG1003", "'Timeout'");
        Assert.Single(wrong.Errors);
        solution.Write("web/web.imgproj", good.Replace("Command=\"true\"", "Command=\"true\" Inputs=\"none.txt\"", StringComparison.Ordinal));
        Assert.Single(solution.Build("web").HasError("web.imgproj(5,82): error XIMG0101", "none.txt").Errors);
        Assert.DoesNotContain("build", packer.Calls);

        solution.Write("web/web.imgproj", good);
        solution.Build("web").Succeeded();
        Assert.Equal(2, packer.Calls.Count(call => call == "build"));
    }

    [Fact]
    public void A_fresh_clone_is_checked_and_planned_without_its_base()
    {
        using var solution = Shop();
        var checkedOnly = solution.Build("web", "-p:ImageBuild=false").Succeeded();
        Assert.Contains("the base image base has not been built yet", checkedOnly.Output, StringComparison.Ordinal);
        Assert.Contains("base-v0", solution.Read("web/obj/Debug/packer/disk/web.pkr.hcl"), StringComparison.Ordinal);
        Assert.Contains("an image that has not been built yet", solution.Build("web", "-t:PlanImage").Succeeded().Output, StringComparison.Ordinal);
        solution.Build("web", "-p:BuildProjectReferences=false").HasError("web.imgproj(3,5): error XIMG4511", "'base'");
    }

    [Fact]
    public void Packer_is_not_asked_for_a_base_that_is_not_there()
    {
        using var solution = new ImageSolution();
        const string guest = "SshUsername=\"root\" SshPassword=\"env:HOME\" ShutdownCommand=\"poweroff\" />";
        const string role = """
            <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
            <ProvisionerGroup Include="Basics" Provisioners="Hello" />
            <ProvisionerRole Include="Server" Groups="Basics" />
            """;
        solution.Project("base", $"""
            <ItemGroup>
              <Builder Include="lab" Type="VMwareIso" BootCommand="auto" {guest}
              <OperatingSystem Include="debian-12" Platform="Linux" IsoPath="https://example.com" IsoFileName="debian.iso" IsoChecksum="none" />
              {role}
            </ItemGroup>
            """);
        solution.Project("web", $"<ItemGroup>{Reference}<Builder Include=\"lab\" Type=\"VMwareVmx\" {guest}{role}</ItemGroup>");
        Assert.Contains("(valid for Packer", solution.Build("web", "-t:ValidateImage").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_base_was_made_of_comes_no_further()
    {
        using var solution = Shop();
        solution.Package("Contoso.RolesOfBase", "2.1.0", """
            <ItemGroup>
              <ProvisionerRole Include="FromPackage" Groups="Basics" />
            </ItemGroup>
            """);
        Base(solution, "one", """<PackageReference Include="Contoso.RolesOfBase" Version="2.1.0" />""", """<PropertyGroup><ImageRole>Server</ImageRole></PropertyGroup>""");
        solution.Project("shop", Image("""<ProjectReference Include="../web/web.imgproj" />"""));
        solution.Build("shop", "-p:ImageBuild=false").Succeeded();
        Assert.Contains("Contoso.RolesOfBase", solution.Read("base/obj/project.assets.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("Contoso.RolesOfBase", solution.Read("web/obj/project.assets.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_images_and_roles_can_be_referred_to()
    {
        using var solution = Shop();
        solution.Write("tool/tool.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        solution.Project("web", Image("""<ProjectReference Include="../tool/tool.csproj" />"""));
        solution.Build("web").HasError("web.imgproj(3,5): error XIMG1182", "'../tool/tool.csproj' is no image project and no role project");
        Assert.False(Directory.Exists(solution.PathOf("tool/bin")));
        solution.Project("web", Image("""<ProjectReference Include="../none/none.imgproj" />"""));
        solution.Build("web").HasError("web.imgproj(3,5): error XIMG1183", "'../none/none.imgproj'");
    }

    private static ImageSolution Shop([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var solution = new ImageSolution(test);
        Base(solution, "one");
        solution.Project("web", Image(Reference));
        return solution;
    }

    private static void Base(ImageSolution solution, string content, string items = "", string properties = "") =>
        solution.Project("base", Image(items, $"Content=\"{content}\"") + properties);

    private static string Image(string items, string source = "") => $"""
          <ItemGroup>
            {items}
            <Builder Include="disk" Type="File" {source} />
            <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
            <ProvisionerGroup Include="Basics" Provisioners="Hello" />
            <ProvisionerRole Include="Server" Groups="Basics" />
          </ItemGroup>
        """;
}
