namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>Bodies of projects that Packer builds in under a second: the null builder, and commands on the building machine.</summary>
internal static class LocalImage
{
    /// <summary>A whole image with one step that runs this command.</summary>
    public static string Running(string command, string more = "") => $"""
          <ItemGroup>
            <Builder Include="local" Type="Null" Communicator="none" />
            <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="{command}" />
            <ProvisionerGroup Include="Basics" Provisioners="Hello" />
            <ProvisionerRole Include="Server" Groups="Basics" />
          </ItemGroup>
        {more}
        """;
}
