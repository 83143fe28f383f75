using Xoap.Images.Tests.Infra;
using Xoap.Images.Tests.Places;

namespace Xoap.Images.Tests.Tasks;

/// <summary>Rules of the newest plugins, beside a Packer that has older components in itself.</summary>
public class LateRuleTests
{
    [Theory]
    [InlineData("1.6.6", "ToolsUploadFlavor=\"linux\"", "")]
    [InlineData("1.16.0", "ToolsUploadFlavor=\"linux\"", "XIMG2030")]
    [InlineData("1.16.0", "ToolsUploadFlavor=\"linux\" ToolsMode=\"upload\"", "")]
    [InlineData("1.6.6", "ToolsUploadFlavor=\"linux\" ToolsMode=\"upload\"", "XIMG3001")]
    public void An_attribute_is_asked_for_where_Packer_has_it(string packer, string tools, string code)
    {
        using var folder = new TempFolder();
        folder.Write("disk.vmx", "");
        var project = folder.Write("web.imgproj", $"""
            <Project>
              <PropertyGroup>
                <PackerVersion>{packer}</PackerVersion>
              </PropertyGroup>
              <ItemGroup>
                <Builder Include="vmware" Type="VMwareVmx" SshUsername="root" SshPassword="env:P" ShutdownCommand="poweroff" {tools} />
                <OperatingSystem Include="debian" Platform="Linux" DiskImage="disk.vmx" />
                <Provisioner Include="Hello" Type="LinuxShellCommand" Timeout="1m" Command="true" Groups="Basics" />
                <ProvisionerGroup Include="Basics" Roles="Server" />
                <ProvisionerRole Include="Server" />
              </ItemGroup>
            </Project>
            """);
        var reports = ProjectRun.Of(folder, project);
        Assert.Equal(code, string.Join(' ', reports.Select(report => report.Code)));
    }
}
