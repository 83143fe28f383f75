using System.IO.Compression;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

public class WindowsSpecs
{
    private const string Project = """
        <ItemGroup>
          <Builder Include="qemu" Type="Qemu" WinrmUsername="packer" WinrmPassword="env:WINRM_PASSWORD" ShutdownCommand="shutdown /s /t 0" />
          <OperatingSystem Include="windows" Platform="Windows" Version="2025" DiskImage="windows.qcow2" Checksum="none" />
          <Provisioner Include="Tools" Type="File" Source="tools/**" Destination="C:\Program Files\Tools\" Timeout="5m" />
          <Provisioner Include="Setup" Type="PowerShellCommand" Command="&amp; 'C:\Program Files\Tools\setup.exe' /quiet" Timeout="5m" />
          <Provisioner Include="Patch" Type="WindowsUpdate" Filters="exclude:$_.Title -like '*Preview*';include:$true" Timeout="4h" />
          <Provisioner Include="Reboot" Type="WindowsRestart" Timeout="1h" />
          <ProvisionerGroup Include="All" Provisioners="Tools;Setup;Patch;Reboot" />
          <ProvisionerRole Include="Server" Groups="All" />
        </ItemGroup>
        """;

    [Fact]
    public void Paths_and_conditions_of_Windows_arrive_as_they_are_written()
    {
        using var solution = new ImageSolution();
        solution.Project("win", Project);
        solution.Write("win/windows.qcow2", "disk");
        solution.Write("win/tools/sub/setup.exe", "MZ");
        solution.Build("win", "-p:ImageBuild=false", "-p:PackerVersion=1.6.6").Succeeded();

        var folder = solution.PathOf("win/obj/Debug/packer/qemu");
        var archive = Assert.Single(Directory.GetFiles(folder, "*.zip", SearchOption.AllDirectories));
        using var zip = ZipFile.OpenRead(archive);
        Assert.Equal(["sub/setup.exe"], zip.Entries.Select(entry => entry.FullName));
        Assert.Contains("-Folder 'C:/Program Files/Tools'", Read("001-tools-expand.ps1"), StringComparison.Ordinal);
        Assert.Contains("Create('& ''C:\\Program Files\\Tools\\setup.exe'' /quiet')", Read("002-setup.ps1"), StringComparison.Ordinal);
        Assert.Contains(
            "-Filters @('exclude:$_.Title -like ''*Preview*''', 'include:$true')", Read("003-patch-pass-1.ps1"), StringComparison.Ordinal);
        Assert.Equal([0xef, 0xbb, 0xbf], File.ReadAllBytes(Path.Combine(folder, "steps", "004-reboot.ps1"))[..3]);

        string Read(string script) => File.ReadAllText(Path.Combine(folder, "steps", script));
    }
}
