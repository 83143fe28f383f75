using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

public class SealSpecs
{
    private const string Steps = """
          <Provisioner Include="updates" Type="windows-update" Timeout="1h" />
          <Provisioner Include="work" Type="PowerShellCommand" Timeout="1m" Command="hostname" />
          <ProvisionerGroup Include="Basics" Provisioners="updates;work" />
          <ProvisionerRole Include="Server" Groups="Basics" />
        </ItemGroup>
        """;

    private const string Azure = """
          <Builder Include="azure" Type="AzureManaged" Region="westeurope" ManagedImageResourceGroupName="images"
                   SubscriptionId="00000000-0000-0000-0000-000000000001" UseAzureCliAuth="true" />
          <OperatingSystem Include="windows-2025" Platform="Windows" ImagePublisher="p" ImageOffer="o" ImageSku="s" />
        """;

    [Fact]
    public void The_plan_ends_with_the_seal_and_warns_where_its_words_stand()
    {
        using var solution = new ImageSolution();
        solution.Project("lab", $"""
            <ItemGroup>
              <Builder Include="qemu" Type="Qemu" WinrmUsername="x" WinrmPassword="env:X" ShutdownCommand="shutdown /s" />
              <OperatingSystem Include="windows-2025" Platform="Windows" DiskImage="disk.qcow2" Checksum="none" />
            {Steps}
            """);
        solution.Write("lab/disk.qcow2", "");
        solution.Project("open", $"<PropertyGroup><ImageSeal>none</ImageSeal></PropertyGroup>\n<ItemGroup>\n{Azure}\n{Steps}");
        solution.Project("cloud", $"<ItemGroup>\n{Azure}\n{Steps}");

        Assert.Equal(
            ["lab.imgproj(3,3): warning XIMG2551", "lab.imgproj(5,3): warning XIMG2553"],
            Warnings(solution.Build("lab", "-t:PlanImage")));
        Assert.Equal(
            ["open.imgproj(2,16): warning XIMG2552", "open.imgproj(7,3): warning XIMG2553"],
            Warnings(solution.Build("open", "-t:PlanImage")));
        var cloud = solution.Build("cloud", "-t:PlanImage").Succeeded();
        Assert.Contains("3. Seal ", cloud.Output, StringComparison.Ordinal);
        Assert.Contains(" SealWindows ", cloud.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_of_the_other_platform_is_an_error_at_the_property()
    {
        using var solution = new ImageSolution();
        solution.Project("cloud", $"<PropertyGroup><ImageSeal>seal.sh</ImageSeal></PropertyGroup>\n<ItemGroup>\n{Azure}\n{Steps}");
        solution.Write("cloud/seal.sh", "true\n");
        solution.Build("cloud").HasError("cloud.imgproj(2,16): error XIMG2511", "seal.sh", "Windows");
    }

    private static IEnumerable<string> Warnings(DotnetResult result) => result.Succeeded().Warnings
        .Where(warning => warning.Contains(" XIMG255", StringComparison.Ordinal))
        .Select(warning => warning[..(warning.IndexOf("XIMG", StringComparison.Ordinal) + "XIMG2551".Length)]);
}
