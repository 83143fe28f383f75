using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>The packages of roles/, packed and used as a team would use them.</summary>
public class FirstPartyRoleSpecs
{
    private const string Linux = "Xoap.Images.Roles.LinuxBaseline";
    private const string Windows = "Xoap.Images.Roles.WindowsBaseline";
    private const string Sysprep = "Xoap.Images.Roles.Sysprep";

    private static readonly string[] Packers = ["1.6.6", "1.16.0"];

    [Fact]
    public void The_Linux_groups_render_for_every_Packer_without_a_warning_and_in_their_order()
    {
        using var solution = new ImageSolution();
        FirstPartyRoles.Pack(solution, Linux);
        solution.Project("web", LinuxImage("""
            <PropertyGroup><LinuxBaselineTimeServers>a.example.com;b.example.com</LinuxBaselineTimeServers></PropertyGroup>
            """));
        foreach (var packer in Packers)
        {
            Assert.Empty(Render(solution, "web", packer).Warnings);
            Assert.Equal(
                [
                    "linuxinstallupdates", "linuxrestartafterupdates", "linuxsettimezone", "linuxsynchronisetime", "linuxlimitjournal",
                    "linuxhardenkernel", "linuxhardenssh", "work", "linuxcleanpackages", "linuxresetidentity", "linuxrenewhostkeys", "linuxcleanlogs",
                ],
                Steps(solution, "web/obj/Debug/packer/qemu"));
        }

        Assert.Contains("'a.example.com' 'b.example.com'", Step(solution, "web", "linuxsynchronisetime"), StringComparison.Ordinal);
        Assert.Contains("'PermitRootLogin=no' 'PasswordAuthentication=no'", Step(solution, "web", "linuxhardenssh"), StringComparison.Ordinal);
        var plan = solution.Build("web", "-t:PlanImage").Succeeded().Output;
        Assert.Contains($"{Linux} {PackedSdk.Version}", plan, StringComparison.Ordinal);
        Assert.Equal(
            ["host-keys", "identity", "journal", "kernel", "logs", "ssh", "time", "time-zone", "updates"],
            Tests(plan));
    }

    [Fact]
    public void Parameters_switch_parts_of_the_Linux_groups_off_and_on()
    {
        using var solution = new ImageSolution();
        FirstPartyRoles.Pack(solution, Linux);
        solution.Project("web", LinuxImage("""
            <PropertyGroup>
              <LinuxUpdatesInstall>false</LinuxUpdatesInstall>
              <LinuxUpdatesRestart>false</LinuxUpdatesRestart>
              <LinuxBaselineTimeZone>false</LinuxBaselineTimeZone>
              <LinuxBaselineTime>false</LinuxBaselineTime>
              <LinuxBaselineJournal>false</LinuxBaselineJournal>
              <LinuxBaselineKernelSettings>$(LinuxBaselineKernelSettings);net.ipv4.ip_forward=0</LinuxBaselineKernelSettings>
              <LinuxBaselineSsh>false</LinuxBaselineSsh>
              <LinuxCleanupPackages>false</LinuxCleanupPackages>
              <LinuxCleanupIdentity>false</LinuxCleanupIdentity>
              <LinuxCleanupHostKeys>false</LinuxCleanupHostKeys>
              <LinuxCleanupLogs>false</LinuxCleanupLogs>
              <LinuxCleanupBuildUser>packer</LinuxCleanupBuildUser>
            </PropertyGroup>
            """));
        Assert.Empty(Render(solution, "web", "1.16.0").Warnings);
        Assert.Equal(["linuxhardenkernel", "work", "linuxlockbuilduser"], Steps(solution, "web/obj/Debug/packer/qemu"));
        Assert.Equal(["kernel"], Tests(solution.Build("web", "-t:PlanImage").Succeeded().Output));
        var kernel = Step(solution, "web", "linuxhardenkernel");
        Assert.Contains(" 'kernel.dmesg_restrict=1' ", kernel, StringComparison.Ordinal);
        Assert.Contains(" 'net.ipv4.ip_forward=0'", kernel, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Windows_groups_render_for_a_cloud_and_on_premises_where_Sysprep_comes_last()
    {
        using var solution = new ImageSolution();
        FirstPartyRoles.Pack(solution, Windows, Sysprep);
        solution.Project("files", WindowsImage(""));
        solution.Write("files/windows.qcow2", "disk");
        string[] common =
        [
            "windowssetpowerplan", "windowsusetls12", "windowsenablefirewall", "windowscleancomponents", "windowsrestartaftercleanup",
            "windowscleanfiles", "windowsoptimisedisk", "windowscleareventlogs",
        ];
        foreach (var packer in Packers)
        {
            Assert.Empty(Render(solution, "files", packer).Warnings);
            Assert.Equal(["windowsinstallupdates", "windowsrestartafterupdates", .. common, "seal"], Steps(solution, "files/obj/Debug/packer/azure"));
            Assert.Equal(["windowsinstallupdates", "windowsrestartafterupdates", .. common, "sysprep"], Steps(solution, "files/obj/Debug/packer/qemu"));
        }
    }

    [Fact]
    public void Parameters_switch_parts_of_the_Windows_groups_off_and_on()
    {
        using var solution = new ImageSolution();
        FirstPartyRoles.Pack(solution, Windows, Sysprep);
        solution.Write("files/windows.qcow2", "disk");
        solution.Write("files/answers.xml", "<unattend />");
        solution.Project("files", WindowsImage("""
            <PropertyGroup>
              <WindowsUpdatesInstall>false</WindowsUpdatesInstall>
              <WindowsBaselinePowerPlan>Balanced</WindowsBaselinePowerPlan>
              <WindowsBaselineTls>false</WindowsBaselineTls>
              <WindowsBaselineFirewall>false</WindowsBaselineFirewall>
              <WindowsBaselineLimitTelemetry>true</WindowsBaselineLimitTelemetry>
              <WindowsBaselineRemoveConsumerContent>true</WindowsBaselineRemoveConsumerContent>
              <WindowsBaselineRemoveApps>Microsoft.BingNews;Microsoft.Xbox*</WindowsBaselineRemoveApps>
              <WindowsCleanupComponents>false</WindowsCleanupComponents>
              <WindowsCleanupFiles>false</WindowsCleanupFiles>
              <WindowsCleanupDisk>false</WindowsCleanupDisk>
              <WindowsCleanupEventLogs>false</WindowsCleanupEventLogs>
              <SysprepAnswerFile>answers.xml</SysprepAnswerFile>
              <SysprepEnd>Shutdown</SysprepEnd>
            </PropertyGroup>
            """));
        Assert.Empty(Render(solution, "files", "1.16.0").Warnings);
        Assert.Equal(
            ["windowssetpowerplan", "windowslimittelemetry", "windowsremoveconsumercontent", "windowsremoveapps", "sysprepcopyanswerfile", "sysprep"],
            Steps(solution, "files/obj/Debug/packer/qemu"));
        Assert.Equal(
            ["windowssetpowerplan", "windowslimittelemetry", "windowsremoveconsumercontent", "windowsremoveapps", "seal"],
            Steps(solution, "files/obj/Debug/packer/azure"));
        Assert.Contains("-Plan 'Balanced'", Step(solution, "files", "windowssetpowerplan"), StringComparison.Ordinal);
        Assert.Contains("'Microsoft.BingNews' 'Microsoft.Xbox*'", Step(solution, "files", "windowsremoveapps"), StringComparison.Ordinal);
        Assert.Contains("-End 'Shutdown'", Step(solution, "files", "sysprep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_package_explains_its_parameters_and_steps_and_brings_no_role()
    {
        using var solution = new ImageSolution();
        string[] names = [.. FirstPartyRoles.Names];
        Assert.Equal([Linux, Sysprep, Windows], names);
        FirstPartyRoles.Pack(solution, names);
        foreach (var name in names)
        {
            using var package = ZipFile.OpenRead(solution.PathOf($"feed/{name}.{PackedSdk.Version}.nupkg"));
            var readme = Text(package, "README.md");
            var props = Text(package, $"buildTransitive/{name}.props");
            var parameters = Regex.Matches(props, @"'\$\((?<name>\w+)\)' == ''").Select(match => match.Groups["name"].Value).Distinct();
            var items = Regex.Matches(props, @"<Provisioner(?:Group)? Include=""(?<name>\w+)""").Select(match => match.Groups["name"].Value);
            Assert.True(parameters.Count() >= 4);
            var tests = package.Entries.Where(entry => Regex.IsMatch(entry.Name, @"\.(bats|Tests\.ps1)$")).Select(entry => entry.Name);
            Assert.Equal(name == Linux, tests.Any());
            Assert.All(parameters.Concat(items).Concat(tests), word => Assert.Contains($"`{word}`", readme, StringComparison.Ordinal));
            Assert.All(Regex.Matches(props, "<Provisioner (.*?)/>").Select(match => match.Value), step =>
                Assert.Matches("(?=.* Timeout=)(?=.* Description=)(?=.* Labels=)", step));
            Assert.DoesNotContain("<ProvisionerRole", props, StringComparison.Ordinal);
            Assert.All(package.Entries, entry => Assert.DoesNotMatch("(^|/)(obj|bin)/", entry.FullName));
        }
    }

    [Fact]
    public void Shell_scripts_parse()
    {
        foreach (var script in FirstPartyRoles.Names.SelectMany(name => Directory.GetFiles(Repository.PathOf("roles", name, "scripts"), "*.sh")))
        {
            using var shell = Process.Start("sh", ["-n", script]);
            shell.WaitForExit();
            Assert.True(shell.ExitCode == 0, script);
        }
    }

    private static string LinuxImage(string properties) => $"""
        {properties}
        <ItemGroup>
          <PackageReference Include="{Linux}" Version="{PackedSdk.Version}" />
          <Builder Include="qemu" Type="Qemu" SshUsername="packer" SshPassword="env:SSH_PASSWORD" ShutdownCommand="sudo poweroff" />
          <OperatingSystem Include="debian-12" Provider="OnPremises" Platform="Linux" Version="12" Architecture="x64"
                           DiskImage="https://example.com/debian.qcow2" Checksum="none" />
          <Provisioner Include="Work" Type="LinuxShellCommand" Command="true" Timeout="1m" Groups="Work" />
          <ProvisionerGroup Include="Work" />
          <ProvisionerRole Include="Server" Groups="LinuxUpdates;LinuxBaseline;LinuxCleanup;Work" />
        </ItemGroup>
        """;

    private static string WindowsImage(string properties) => $"""
        {properties}
        <ItemGroup>
          <PackageReference Include="{Windows}" Version="{PackedSdk.Version}" />
          <PackageReference Include="{Sysprep}" Version="{PackedSdk.Version}" />
          <Builder Include="azure" Type="AzureManaged" Region="westeurope" InstanceType="Standard_D2s_v5" ManagedImageResourceGroupName="images"
                   SubscriptionId="00000000-0000-0000-0000-000000000000" UseAzureCliAuth="true" />
          <Builder Include="qemu" Type="Qemu" WinrmUsername="packer" WinrmPassword="env:WINRM_PASSWORD" ShutdownCommand="shutdown /s /t 0" />
          <OperatingSystem Include="windows-2025" Provider="Azure" Platform="Windows" Version="2025" ImagePublisher="p" ImageOffer="o" ImageSku="s" />
          <OperatingSystem Include="windows-2025" Provider="OnPremises" Platform="Windows" Version="2025" DiskImage="windows.qcow2" Checksum="none" />
          <ProvisionerRole Include="FileServer" Groups="Sysprep;WindowsUpdates;WindowsBaseline;WindowsCleanup" />
        </ItemGroup>
        """;

    private static DotnetResult Render(ImageSolution solution, string project, string packer) =>
        solution.Build(project, "-p:ImageBuild=false", $"-p:PackerVersion={packer}").Succeeded();

    /// <summary>The steps of a rendered folder, each once: one may have several files.</summary>
    private static IEnumerable<string> Steps(ImageSolution solution, string folder) =>
        Directory.GetFiles(solution.PathOf($"{folder}/steps")).Order(StringComparer.Ordinal)
            .Select(file => Regex.Match(Path.GetFileName(file), @"^\d+-(\w+)").Groups[1].Value).Distinct();

    /// <summary>The test files that a plan shows, without what their names end in.</summary>
    private static IEnumerable<string> Tests(string plan) =>
        Regex.Matches(plan, @"([\w-]+)\.bats\b").Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static string Step(ImageSolution solution, string project, string step) =>
        File.ReadAllText(Assert.Single(Directory.GetFiles(solution.PathOf($"{project}/obj/Debug/packer/qemu/steps"), $"*-{step}.*")));

    private static string Text(ZipArchive package, string path)
    {
        using var reader = new StreamReader(package.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
