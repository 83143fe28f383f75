using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

public class PermissionsSpecs
{
    private const string Project = """
        <ItemGroup>
          <Connection Include="aws prod" Provider="AWS" AccessKey="env:KEY" SecretKey="env:SECRET" />
          <Builder Include="aws" Type="amazon-ebs" Connection="aws prod" Region="eu-central-1" InstanceType="t3.micro" SshUsername="admin" />
          <Builder Include="local" Type="Null" Communicator="none" />
          <OperatingSystem Include="debian-12" Platform="Linux" Version="12" SourceAmi="ami-0123456789abcdef0" />
          <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
          <ProvisionerGroup Include="Basics" Provisioners="Hello" />
          <ProvisionerRole Include="Server" Groups="Basics" />
        </ItemGroup>
        """;

    [Fact]
    public void Permissions_are_written_and_shown_without_building_anything()
    {
        using var solution = new ImageSolution();
        solution.Project("web", Project);
        var result = solution.Build("web", "-t:WritePermissions", "-tl:on").Succeeded();

        Assert.Contains("Permissions for aws prod (builders: aws)", result.Output, StringComparison.Ordinal);
        Assert.Contains("No permissions are known for builder local", result.Output, StringComparison.Ordinal);
        Assert.Contains(solution.PathOf("web/obj/Debug/permissions/aws-prod/aws-policy.json"), result.Output, StringComparison.Ordinal);
        Assert.Contains("ec2:RunInstances", solution.Read("web/obj/Debug/permissions/aws-prod/aws-policy.json"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(solution.PathOf("web/.images")));
        solution.Dotnet("clean", "web").Succeeded();
        Assert.False(Directory.Exists(solution.PathOf("web/obj/Debug/permissions")));
    }
}
