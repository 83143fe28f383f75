using System.IO.Compression;
using System.Xml.Linq;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>What is in the package, and what is not.</summary>
public class PackageSpecs
{
    [Fact]
    public void The_package_holds_the_targets_the_tasks_and_the_documentation()
    {
        using var package = ZipFile.OpenRead(PackedSdk.Package);
        var files = package.Entries.Select(entry => entry.FullName).ToHashSet();
        var targets = Directory.GetFiles(Repository.PathOf("src", "Xoap.Images.Sdk", "targets")).Select(Path.GetFileName);
        Assert.All(targets, file => Assert.Contains($"targets/{file}", files));
        Assert.Superset(
            new HashSet<string>
            {
                "Sdk/Sdk.props", "Sdk/Sdk.targets", "build/Xoap.Images.Sdk.targets", "docs/diagnostics.md",
                "tasks/net10.0/Xoap.Images.Tasks.dll", "tasks/net10.0/Xoap.Images.Tasks.deps.json", "tasks/net10.0/Xoap.Images.Core.dll",
                "tasks/net10.0/Handlebars.dll", "schemas/Xoap.Images.xsd", "Sdk/Sdk.targets.buildschema.json",
            },
            files);
    }

    [Fact]
    public void The_tasks_are_also_compiled_ahead_for_this_kind_of_machine()
    {
        using var package = ZipFile.OpenRead(PackedSdk.Package);
        var portable = package.GetEntry("tasks/net10.0/Xoap.Images.Core.dll")!;
        var ahead = package.Entries.Single(entry => entry.Name == portable.Name && entry.FullName.StartsWith("tasks/", StringComparison.Ordinal) && entry.FullName != portable.FullName);
        Assert.True(ahead.Length > portable.Length);
    }

    [Fact]
    public void The_test_host_is_in_the_package_and_the_tasks_do_not_carry_its_platform()
    {
        using var package = ZipFile.OpenRead(PackedSdk.Package);
        Assert.NotNull(package.GetEntry("tools/testhost/net10.0/Xoap.Images.TestHost.dll"));
        Assert.NotNull(package.GetEntry("tools/testhost/net10.0/Xoap.Images.TestHost.runtimeconfig.json"));
        Assert.DoesNotContain(package.Entries, entry =>
            entry.Name.StartsWith("Microsoft.Testing", StringComparison.Ordinal) && entry.FullName.StartsWith("tasks/", StringComparison.Ordinal));
    }

    [Fact]
    public void MSBuild_itself_is_not_in_the_package()
    {
        using var package = ZipFile.OpenRead(PackedSdk.Package);
        Assert.DoesNotContain(package.Entries, entry => entry.Name.StartsWith("Microsoft.Build", StringComparison.Ordinal));
        Assert.DoesNotContain(package.Entries, entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.DoesNotContain(package.Entries, entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_is_an_MSBuild_SDK_without_dependencies()
    {
        using var package = ZipFile.OpenRead(PackedSdk.Package);
        using var nuspec = package.GetEntry("Xoap.Images.Sdk.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        Assert.Equal("MSBuildSdk", metadata.Descendants().Single(element => element.Name.LocalName == "packageType").Attribute("name")!.Value);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }
}
