using System.Text.Json;
using Microsoft.Build.Logging.StructuredLogger;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Image projects in solutions, graphs, with packages, and in editors.</summary>
public class SolutionSpecs
{
    private const string RenderOnly = "-p:ImageBuild=false";

    [Theory]
    [InlineData("")]
    [InlineData("-graph -m")]
    [InlineData("-graph -isolate --no-restore")]
    [InlineData("-m -mt")]
    public void A_project_reference_is_built_first(string switches)
    {
        using var solution = new ImageSolution(nameof(A_project_reference_is_built_first) + switches.Replace(" ", "", StringComparison.Ordinal));
        solution.Project("base", LocalImage.Running("true"));
        solution.Project("web", LocalImage.Running("true", """<ItemGroup><ProjectReference Include="../base/base.imgproj" /></ItemGroup>"""));
        solution.Dotnet("restore", "web").Succeeded();
        solution.Build(["web", RenderOnly, .. switches.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Succeeded();
        Assert.True(solution.Has("base/obj/Debug/packer/local/base.pkr.hcl"));
        Assert.True(solution.Has("web/obj/Debug/packer/local/web.pkr.hcl"));
    }

    [Fact]
    public void A_build_compiles_nothing()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running("true"));
        solution.Write("web/Program.cs", "this is no C#");
        var result = solution.Build("web", RenderOnly).Succeeded();
        var tasks = BinaryLog.ReadBuild(result.Binlog).FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>();
        Assert.NotEmpty(tasks);
        Assert.DoesNotContain(tasks, task => task.Name is "Csc" or "ResolveAssemblyReference" or "Exec" or "CallTarget");
        Assert.Empty(Directory.GetFiles(solution.Folder, "*.dll", SearchOption.AllDirectories));
    }

    [Fact]
    public void Packages_come_with_central_versions_and_a_lock_file()
    {
        using var solution = new ImageSolution();
        solution.Package("Contoso.Groups", "2.1.0", """
            <ItemGroup>
              <Provisioner Include="FromPackage" Type="LocalCommand" Command="true" Timeout="1m" Groups="Basics" />
            </ItemGroup>
            """);
        solution.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="Contoso.Groups" Version="2.1.0" /></ItemGroup>
            </Project>
            """);
        solution.Project("web", LocalImage.Running("true", """
            <PropertyGroup><RestorePackagesWithLockFile>true</RestorePackagesWithLockFile></PropertyGroup>
            <ItemGroup><PackageReference Include="Contoso.Groups" /></ItemGroup>
            """));
        solution.Build("web", RenderOnly).Succeeded();
        Assert.Contains("Contoso.Groups", solution.Read("web/packages.lock.json"), StringComparison.Ordinal);
        Assert.Contains("FromPackage", solution.Read("web/obj/Debug/resolved.json"), StringComparison.Ordinal);
        solution.Dotnet("restore", "web", "--locked-mode").Succeeded();
        solution.Dotnet("package", "list", "--project", "web/web.imgproj").Succeeded();
    }

    [Fact]
    public void A_design_time_build_resolves_nothing_and_never_fails_for_what_the_image_says()
    {
        using var solution = new ImageSolution();
        solution.Project("web", """<ItemGroup><Provisioner Include="A" Type="NoSuchType" /></ItemGroup>""");
        solution.Dotnet("restore", "web").Succeeded();
        solution.Dotnet(
            "msbuild", "web", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:SkipCompilerExecution=true",
            "-t:CompileDesignTime;ResolveAssemblyReferencesDesignTime;ResolveProjectReferencesDesignTime;CollectPackageReferences;Build").Succeeded();
        Assert.False(solution.Has("web/obj/Debug/resolved.json"));
    }

    [Fact]
    public void An_editor_renders_but_builds_no_image()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running("touch built"));
        solution.Build("web", "-p:BuildingInsideVisualStudio=true").Succeeded();
        Assert.True(solution.Has("web/obj/Debug/packer/local/web.pkr.hcl"));
        Assert.False(Directory.Exists(solution.PathOf("web/.images")));
    }

    [Fact]
    public void The_variants_are_a_target_result()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running("true"));
        var result = solution.Dotnet("build", "web", "-t:ResolveImage", "-getTargetResult:ResolveImage").Succeeded();
        var variant = JsonDocument.Parse(result.Output).RootElement
            .GetProperty("TargetResults").GetProperty("ResolveImage").GetProperty("Items").EnumerateArray().Single();
        Assert.Equal("local", variant.GetProperty("Identity").GetString());
        Assert.Equal("web", variant.GetProperty("ImageName").GetString());
        Assert.Equal("false", variant.GetProperty("UpToDate").GetString());
        Assert.Equal("never built", variant.GetProperty("Reasons").GetString());
    }
}
