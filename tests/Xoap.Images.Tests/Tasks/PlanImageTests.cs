using Xoap.Images.Tests.Infra;
using Xoap.Images.Tests.Places;

namespace Xoap.Images.Tests.Tasks;

public class PlanImageTests
{
    private const string Project = """
        <Project>
          <PropertyGroup>
            <ImageSeal>None</ImageSeal>
          </PropertyGroup>
          <ItemGroup>
            <Builder Include="qemu" Type="Qemu" WinrmUsername="packer" WinrmPassword="env:PASSWORD" ShutdownCommand="shutdown /s" />
            <OperatingSystem Include="windows" Platform="Windows" Version="2025" DiskImage="disk.qcow2" Checksum="none" />
            <Provisioner Include="Web" Type="DscLocalConfiguration" Timeout="1h" Configuration="web.ps1" Groups="Basics" />
            <ProvisionerGroup Include="Basics" Roles="Server" />
            <ProvisionerRole Include="Server" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>A plan that no build could carry out is none.</summary>
    [Fact]
    public void What_only_rendering_finds_is_told_with_the_plan()
    {
        using var folder = new TempFolder();
        folder.Write("disk.qcow2", "");
        folder.Write("web.ps1", "# no configuration");
        var report = Assert.Single(ProjectRun.Planned(folder.Write("web.imgproj", Project)));
        Assert.Equal(("XIMG3062", 8), (report.Code, report.Line));
        Assert.Contains("Web", File.ReadAllText(folder["obj/plan.txt"]), StringComparison.Ordinal);

        folder.Write("web.ps1", "configuration Web { Node localhost { } }");
        Assert.Empty(ProjectRun.Planned(folder["web.imgproj"]));
        Assert.False(Directory.Exists(folder["obj/packer"]));
    }
}
