using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>The real Packer's opinion, at the user's own lines.</summary>
public class ValidateSpecs
{
    private const string Role = """
        <ItemGroup>
          <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
          <ProvisionerGroup Include="Basics" Provisioners="Hello" />
          <ProvisionerRole Include="Server" Groups="Basics" />
          <Builder Include="local" Type="Null" Communicator="none" />
        </ItemGroup>

        """;

    [Fact]
    public void All_variants_are_checked_even_those_that_are_up_to_date_and_no_secret_is_needed()
    {
        using var solution = new ImageSolution();
        solution.Project("web", Role);
        solution.Build("web").Succeeded();
        solution.Project("web", Role + Guest("SshPassword=\"env:NEVER_SET\""));
        var result = solution.Build("web", "-t:ValidateImage").Succeeded();
        foreach (var builder in (string[])["local", "guest"])
        {
            var folder = solution.PathOf($"web/obj/Debug/validate/{builder}");
            Assert.Contains($"web -> {folder} (valid for Packer ", result.Output, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "web.pkr.hcl")));
        }

        solution.Build("web", "-t:Clean").Succeeded();
        Assert.False(Directory.Exists(solution.PathOf("web/obj/Debug/validate")));
    }

    [Fact]
    public void A_problem_that_only_packer_knows_of_stands_at_the_setting_and_the_other_variants_are_checked_too()
    {
        using var solution = new ImageSolution();
        solution.Project("web", Role + Guest("SshPrivateKeyFile=\"gone.pem\""));
        var result = solution.Build("web", "-t:ValidateImage");
        result.HasError("web.imgproj(9,77): error XIMG4100", "the builder 'guest'", "ssh_private_key_file is invalid");
        Assert.Single(result.Errors);
        Assert.Contains("validate/local (valid for Packer ", result.Output, StringComparison.Ordinal);
    }

    private static string Guest(string more) => $"""
        <ItemGroup>
          <Builder Include="guest" Type="Null" SshHost="localhost" SshUsername="me" {more} />
        </ItemGroup>
        """;
}
