using System.Text.Json;
using Microsoft.Build.Logging.StructuredLogger;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>How an image project looks to MSBuild, NuGet and editors.</summary>
public class ProjectShapeSpecs
{
    [Fact]
    public void The_SDK_as_a_package_reference_is_an_error_that_says_what_to_write()
    {
        using var solution = new ImageSolution();
        solution.Write("web.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><EnableDefaultItems>false</EnableDefaultItems></PropertyGroup>
              <ItemGroup><PackageReference Include="Xoap.Images.Sdk" Version="{PackedSdk.Version}" /></ItemGroup>
            </Project>
            """);
        solution.Build().HasError("web.csproj: error XIMG0002", "Remove the PackageReference", "global.json");
    }

    [Fact]
    public void An_MSBuild_that_is_too_old_is_an_error_before_anything_else()
    {
        using var solution = new ImageSolution();
        solution.Project("web", "");
        var result = solution.Build("web", "-p:_ImageMSBuildVersion=17.14.8");
        result.HasError("web.imgproj: error XIMG0001", "17.14.8", "18.0");
        Assert.Single(result.Errors);
    }

    [Fact]
    public void An_unknown_kind_of_project_is_an_error()
    {
        using var solution = new ImageSolution();
        solution.Project("web", "<PropertyGroup><ImageProjectKind>Rolle</ImageProjectKind></PropertyGroup>");
        solution.Build("web").HasError("web.imgproj: error XIMG0004", "Rolle", "Image and Role");
    }

    [Fact]
    public void Properties_have_their_defaults()
    {
        using var solution = new ImageSolution();
        solution.Project("web", "");
        string[] names =
        [
            "ImageName", "ImageBuild", "ImageForce", "ImageOutputDirectory", "ImageStateDirectory", "ImageStopBehavior", "PackerStopTimeout",
            "TargetFramework", "DefaultProjectTypeGuid", "IsPackable", "IntermediateOutputPath",
        ];
        var properties = Properties(solution, names);
        Assert.Equal(
            [
                "web", "true", "false", "bin/images/", ".images/", "Cleanup", "10m",
                "net10.0", "{9A19103F-16F7-4668-BE54-9A1E7A4F7556}", "true", "obj/Debug/",
            ],
            names.Select(name => properties.GetProperty(name).GetString()!.Replace((char)92, (char)47)));

        var inEditor = Properties(solution, ["ImageBuild", "ImageName"], "-p:BuildingInsideVisualStudio=true");
        Assert.Equal("false", inEditor.GetProperty("ImageBuild").GetString());
        var designTime = Properties(solution, ["ImageBuild", "ImageName"], "-p:DesignTimeBuild=true");
        Assert.Equal("false", designTime.GetProperty("ImageBuild").GetString());
    }

    [Fact]
    public void GetItem_shows_the_items_with_their_origin_and_nothing_of_ours()
    {
        using var solution = new ImageSolution();
        solution.Project("web", """<ItemGroup><Provisioner Include="Patch" Type="LinuxShellCommand" Command="true" /></ItemGroup>""");
        var result = solution.Dotnet("build", "web", "-getItem:Provisioner", "-getItem:Compile").Succeeded();
        var items = JsonDocument.Parse(result.Output).RootElement.GetProperty("Items");
        var item = Assert.Single(items.GetProperty("Provisioner").EnumerateArray());
        Assert.Equal("Patch", item.GetProperty("Identity").GetString());
        Assert.EndsWith("web.imgproj", item.GetProperty("DefiningProjectFullPath").GetString(), StringComparison.Ordinal);
        Assert.Empty(items.GetProperty("Compile").EnumerateArray());

        // ResolveImage adds an item of its own while it works.
        var after = solution.Dotnet("msbuild", "web/web.imgproj", "-t:AfterResolve", "-p:CustomAfterMicrosoftCommonTargets=" + solution.Write("after.targets", """
            <Project>
              <Target Name="AfterResolve" DependsOnTargets="ResolveImage">
                <Message Importance="high" Text="items: @(Provisioner) @(Builder) @(OperatingSystem)" />
              </Target>
            </Project>
            """), "-nologo");
        solution.Project("web", LocalImage.Running("true"));
        Assert.DoesNotContain("::defaults::", after.Output, StringComparison.Ordinal);
        Assert.Contains("items: Hello local \n", solution.Dotnet(
            "msbuild", "web/web.imgproj", "-t:AfterResolve", "-p:CustomAfterMicrosoftCommonTargets=" + solution.PathOf("after.targets"), "-nologo").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void NuGet_restores_what_needs_it_and_is_not_asked_otherwise()
    {
        using var solution = new ImageSolution();
        solution.Package("Contoso.Names", "1.0.0", "<PropertyGroup><Contoso>true</Contoso></PropertyGroup>");
        solution.Project("web", LocalImage.Running("true"));
        Assert.True(RestoresByNuGet());
        Assert.False(RestoresByNuGet());
        Assert.True(RestoresByNuGet("-p:RestoreForce=true"));
        Assert.True(RestoresByNuGet("-p:RestorePackagesWithLockFile=true"));
        File.Delete(solution.PathOf("web/packages.lock.json"));
        Assert.False(RestoresByNuGet());

        // A reference that comes and goes, in whatever file, brings the package and takes it away again.
        solution.Write("web/Directory.Build.targets", """
            <Project><ItemGroup><PackageReference Include="Contoso.Names" Version="1.0.0" /></ItemGroup></Project>
            """);
        Assert.True(RestoresByNuGet());
        Assert.Contains("contoso.names", File.ReadAllText(solution.PathOf("web/obj/web.imgproj.nuget.g.props")), StringComparison.OrdinalIgnoreCase);
        Assert.True(RestoresByNuGet());
        solution.Write("web/Directory.Build.targets", "<Project />");
        Assert.True(RestoresByNuGet());
        Assert.DoesNotContain("contoso.names", File.ReadAllText(solution.PathOf("web/obj/web.imgproj.nuget.g.props")), StringComparison.OrdinalIgnoreCase);
        Assert.False(RestoresByNuGet());

        // What the last restore left must be whole.
        File.Delete(solution.PathOf("web/obj/web.imgproj.nuget.g.props"));
        Assert.True(RestoresByNuGet());

        bool RestoresByNuGet(params string[] arguments)
        {
            var build = BinaryLog.ReadBuild(solution.Build(["web", "-p:ImageBuild=false", .. arguments]).Succeeded().Binlog);
            return build.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>().Any(task => task.Name == "RestoreTask");
        }
    }

    [Fact]
    public void A_solution_takes_the_project()
    {
        using var solution = new ImageSolution();
        solution.Project("web", "");
        solution.Dotnet("new", "sln", "-n", "all").Succeeded();
        solution.Dotnet("sln", "add", "web/web.imgproj").Succeeded();
        Assert.Contains("web.imgproj", File.ReadAllText(Directory.GetFiles(solution.Folder, "all.sln*").Single()), StringComparison.Ordinal);
    }

    private static JsonElement Properties(ImageSolution solution, string[] names, params string[] arguments)
    {
        var result = solution.Dotnet(["build", "web", .. arguments, .. names.Select(name => $"-getProperty:{name}")]).Succeeded();
        return JsonDocument.Parse(result.Output).RootElement.GetProperty("Properties");
    }
}
