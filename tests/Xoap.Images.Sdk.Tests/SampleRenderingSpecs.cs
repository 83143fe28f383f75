using System.Text.RegularExpressions;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>The samples for which nobody here has an account are checked and rendered, for the oldest Packer and the newest.</summary>
public class SampleRenderingSpecs
{
    [Theory]
    [InlineData("ubuntu-fleet", "aws+google+lab", "the exporter is up, and comes up with the machine")]
    [InlineData("windows-server-2025", "azure+aws+vsphere", "serves no SMB 1")]
    [InlineData("windows-11-desktop", "vsphere", "says who to call")]
    public void A_sample_renders_for_the_oldest_Packer_and_without_a_warning_for_the_newest(string sample, string builders, string listed)
    {
        using var solution = new ImageSolution();
        Sample.Copy(sample, solution);
        foreach (var version in new[] { "1.6.6", "1.16.0" })
        {
            var tpm = version == "1.6.6" ? "false" : "true";
            var build = solution.Dotnet("build", "sample", "-p:ImageBuild=false", $"-p:PackerVersion={version}", $"-p:VirtualTpm={tpm}");
            Assert.Contains(version == "1.6.6" ? "Build succeeded" : "0 Warning(s)", build.Succeeded().Output, StringComparison.Ordinal);
            Assert.Equal(
                builders.Split('+').Order(StringComparer.Ordinal),
                Directory.GetDirectories(solution.PathOf("sample/obj/Debug/packer")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        var tests = solution.Dotnet("test", "sample", "--list-tests", "-p:ImageBuild=false", "-p:PackerVersion=1.16.0").Succeeded().Output;
        Assert.Equal(builders.Split('+').Length, Regex.Count(tests, Regex.Escape(listed)));
    }

    [Fact]
    public void The_fleet_s_lab_is_not_built_without_a_key()
    {
        using var solution = new ImageSolution();
        Sample.Copy("ubuntu-fleet", solution);
        var key = solution.PathOf("none/id_ed25519");
        var build = solution.Dotnet("build", "sample", "-p:ImageBuilders=lab", $"-p:LabKey={key}").Failed();
        Assert.Contains($"FLEET001: There is no key for the lab's machine: {key}.pub does not exist.", build.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(solution.PathOf("sample/bin/images")));
    }
}
