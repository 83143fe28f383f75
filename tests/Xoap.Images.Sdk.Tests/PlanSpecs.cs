using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

public class PlanSpecs
{
    private const string Project = """
        <ItemGroup>
          <Builder Include="local" Type="Null" Communicator="none" />
          <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
          <ProvisionerGroup Include="Basics" Provisioners="Hello" />
          <ProvisionerRole Include="Server" Groups="Basics" />
        </ItemGroup>
        """;

    [Fact]
    public void A_plan_says_what_is_wrong_with_the_Packer_that_a_build_would_take()
    {
        using var solution = new ImageSolution();
        solution.Project("web", Project);
        solution.Build("web", "-t:PlanImage").Succeeded();
        Assert.Contains("XIMG1010", solution.Build("web", "-t:PlanImage", "-p:PackerVersion=newest").Failed().Output, StringComparison.Ordinal);
        Assert.Contains("XIMG4010", solution.Build("web", "-t:PlanImage", "-p:PackerPath=/none/packer").Failed().Output, StringComparison.Ordinal);
        Assert.Contains("XIMG4504", solution.Build("web", "-t:PlanImage", "-p:ImageVersionNumber=-1").Failed().Output, StringComparison.Ordinal);
    }
}
