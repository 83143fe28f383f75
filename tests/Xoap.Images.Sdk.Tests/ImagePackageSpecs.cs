using System.IO.Compression;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>An image is packed by one team and built upon by another, which has nothing but the package.</summary>
public class ImagePackageSpecs
{
    [Fact]
    public void A_package_tells_of_the_newest_image_and_never_builds_one()
    {
        using var solution = new ImageSolution();
        var packer = new CountedPacker(solution);
        Image(solution, "base", "", "Content=\"one\"");
        solution.Dotnet("pack", "base", "-o", "feed").HasError("base.imgproj(1,1): error XIMG3900", "'base' has never been built");
        Assert.Empty(packer.Calls);

        solution.Write("base/README.md", "# base\n");
        solution.Build("base").Succeeded();
        solution.Dotnet("pack", "base", "-o", "feed").Succeeded();
        solution.Dotnet("pack", "base", "-o", "feed", "--version-suffix", "test").Succeeded();
        Assert.Equal(["version", "build"], packer.Calls);
        Assert.Equal(["base.1.0.1-test.nupkg", "base.1.0.1.nupkg"], Directory.GetFiles(solution.PathOf("feed")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using (var package = ZipFile.OpenRead(solution.PathOf("feed/base.1.0.1.nupkg")))
        {
            Assert.Superset(
                new HashSet<string> { "README.md", "buildTransitive/base.props", "image/disk/image.json" }, package.Entries.Select(entry => entry.FullName).ToHashSet());
            Assert.DoesNotContain(package.Entries, entry => entry.FullName.Contains("base-v1", StringComparison.Ordinal));
        }

        Image(solution, "base", "", "Content=\"two\"");
        var stale = solution.Dotnet("pack", "base", "-o", "feed").Succeeded();
        Assert.Contains(stale.Warnings, warning => warning.Contains("XIMG3902", StringComparison.Ordinal) && warning.Contains("content changed", StringComparison.Ordinal));
        solution.Dotnet("pack", "base", "-o", "feed", "-p:Version=2.0.0").HasError("base.imgproj: error XIMG3903", "'2.0.0'", "VersionPrefix");
        Image(solution, "base", """<Builder Include="other" Type="File" Content="more" />""", "Content=\"one\"");
        var half = solution.Dotnet("pack", "base", "-o", "feed", "-p:VersionPrefix=2.4.0").Succeeded();
        Assert.Contains(half.Warnings, warning => warning.Contains("XIMG3901", StringComparison.Ordinal) && warning.Contains("'other'", StringComparison.Ordinal));
        Assert.True(solution.Has("feed/base.2.4.1.nupkg"));
    }

    [Fact]
    public void A_package_is_a_base_where_its_project_is_absent()
    {
        using var maker = new ImageSolution("maker");
        using var user = new ImageSolution("user");
        Pack("one", "1.0");
        user.Write("nuget.config", user.Read("nuget.config").Replace(
            "</packageSources>", $"""<add key="made" value="{maker.PathOf("feed")}" /></packageSources>""", StringComparison.Ordinal));
        Use("1.0.1");
        user.Build("web").Succeeded();
        Assert.Equal("one", user.Read("web/bin/images/disk/web-v1"));
        Assert.Contains("\"package\": \"base\"", user.Read("web/.images/web/disk/image.json"), StringComparison.Ordinal);
        Assert.Contains("up to date", user.Build("web").Succeeded().Output, StringComparison.Ordinal);

        // Another channel with the same image.
        maker.Dotnet("pack", "base", "-o", "feed", "--version-suffix", "test").Succeeded();
        Use("1.0.1-test");
        Assert.Contains("up to date", user.Build("web").Succeeded().Output, StringComparison.Ordinal);

        Pack("two", "1.1");
        Use("1.1.2");
        var updated = user.Build("web").Succeeded();
        Assert.Contains("base image base changed (v1 in base 1.0.1 -> v2 in base 1.1.2)", updated.Output, StringComparison.Ordinal);
        Assert.Equal("two", user.Read("web/bin/images/disk/web-v2"));

        // Another machine: the record is here, the disk is not.
        Directory.CreateDirectory(user.PathOf("shared/disk"));
        File.Move(maker.PathOf("base/bin/images/disk/base-v2"), user.PathOf("shared/disk/base-v2"));
        user.Build("web", "-p:ImageBuild=false").Succeeded();
        user.Build("web", "-p:ImageForce=true").HasError("web.imgproj(3,5): error XIMG4513", "base-v2", "ImageArtifactsDirectory");
        user.Build("web", "-p:ImageForce=true", $"-p:ImageArtifactsDirectory={user.PathOf("shared")}").Succeeded();
        user.Write("shared/disk/base-v2", "no");
        user.Build("web", "-p:ImageForce=true", $"-p:ImageArtifactsDirectory={user.PathOf("shared")}").HasError("web.imgproj(3,5): error XIMG2512");

        void Pack(string content, string prefix)
        {
            Image(maker, "base", "", $"Content=\"{content}\"");
            maker.Build("base").Succeeded();
            maker.Dotnet("pack", "base", "-o", "feed", $"-p:VersionPrefix={prefix}.0").Succeeded();
        }

        void Use(string version) => Image(user, "web", $"""<PackageReference Include="base" Version="{version}" />""", "");
    }

    private static void Image(ImageSolution solution, string name, string items, string source) => solution.Project(name, $"""
          <ItemGroup>
            {items}
            <Builder Include="disk" Type="File" {source} />
            <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
            <ProvisionerGroup Include="Basics" Provisioners="Hello" />
            <ProvisionerRole Include="Server" Groups="Basics" />
          </ItemGroup>
        """);
}
