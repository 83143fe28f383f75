using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Validation;

/// <summary>Traps of the builders on hypervisors of one's own.</summary>
public class HypervisorRulesTests
{
    private static readonly string[] Pool = ["RemoteHost=x", "RemoteUsername=env:U", "RemotePassword=env:P", "SshUsername=a", "BootCommand=<enter>"];
    private static readonly string[] VSphere = ["VcenterServer=v", "Username=env:U", "Password=env:P", "Host=h", "DiskSizeGB=20", "BootCommand=<enter>"];
    private static readonly string[] Pve = ["ProxmoxUrl=https://x", "Username=u", "Password=env:P", "Node=n", "SshUsername=a", "BootCommand=<enter>"];
    private static readonly string[] Halt = ["ShutdownCommand=x"];

    [Theory]
    [InlineData("Communicator=winrm", "Communicator")]
    [InlineData("WinrmUsername=a", "WinrmUsername")]
    public void XenServer_has_no_WinRM(string setting, string metadatum) => HasProblem(
        Project("XenServer", "windows-10", [.. Pool, "CdFiles=openssh.ps1", "WinrmUsername=a", setting]),
        "XIMG2150",
        metadatum == "Communicator" ? "Builder.b.Communicator" : "Builder.b.WinrmUsername",
        "Builder 'b' asks for WinRM, but the XenServer plugin connects by SSH only. Have the answer file install OpenSSH, and write SshUsername and SshPassword instead.");

    [Fact]
    public void XenServer_with_SSH_is_as_it_should_be() =>
        Assert.Empty(Problems(Project("XenServer", "windows-10", [.. Pool, "CdFiles=install-openssh.ps1"])));

    [Fact]
    public void Windows_from_its_installer_has_no_SSH_server() => HasProblem(
        Project("VirtualBoxIso", "windows-10", [.. Halt, "SshUsername=a", "FloppyFiles=answers.xml"]),
        "XIMG2151",
        "Builder.b.SshUsername",
        "Builder 'b' installs 'windows-10' and connects by SSH, but Windows has no SSH server unless the installation adds one. Have the answer file install OpenSSH, or write Communicator=\"winrm\".");

    [Theory]
    [InlineData("FloppyFiles=Install-OpenSSH.ps1")]
    [InlineData("BootCommand=dism /add-capability OpenSSH.Server")]
    [InlineData("CdContent=sshd.ps1=x")]
    public void A_hint_of_SSH_will_do(string hint) =>
        Assert.Empty(Problems(Project("VirtualBoxIso", "windows-10", [.. Halt, "SshUsername=a", hint])));

    [Fact]
    public void A_machine_that_has_been_installed_may_have_one() => Assert.Empty(Problems(
        An.Image().Builder("b", "VirtualBoxOvf", [.. Halt, "SshUsername=a"]).OperatingSystem("windows-10", "Platform=Windows", "DiskImage=a.ova")));

    [Theory]
    [InlineData("VirtualBoxIso", "SshUsername=a;ShutdownCommand=x")]
    [InlineData("Qemu", "SshUsername=a;ShutdownCommand=x")]
    public void An_installer_without_answers_waits_for_a_person(string type, string builder) => HasProblem(
        Project(type, "debian-12", builder.Split(';')),
        "XIMG2152",
        "Builder.b",
        "Builder 'b' starts the installer of 'debian-12', but nothing answers its questions, so it would wait for a person. Write AnswerFile on the OperatingSystem, or BootCommand on the builder.");

    [Theory]
    [InlineData("BootCommand=<enter>")]
    [InlineData("CdFiles=preseed.cfg")]
    [InlineData("HttpDirectory=http")]
    public void Anything_may_answer(string answers) =>
        Assert.Empty(Problems(Project("VirtualBoxIso", "debian-12", [.. Halt, "SshUsername=a", answers])));

    [Fact]
    public void An_answer_file_answers() => Assert.DoesNotContain(
        Problems(An.Image().Builder("b", "VirtualBoxIso", [.. Halt, "SshUsername=a"])
            .OperatingSystem("windows-10", "Platform=Windows", "IsoPath=https://host/iso", "IsoFileName=a.iso", "AnswerFile=a.xml")),
        problem => problem.Code is "XIMG2151" or "XIMG2152");

    [Theory]
    [InlineData("VirtualBoxIso", "debian-12", "sudo shutdown -P now")]
    [InlineData("HyperVIso", "debian-12", "sudo shutdown -P now")]
    [InlineData("VMwareIso", "windows-10", "shutdown /s /t 10 /f")]
    [InlineData("Qemu", "windows-10", "shutdown /s /t 10 /f")]
    public void The_power_is_cut_without_a_command(string type, string system, string command) => HasProblem(
        Project(type, system, [system == "debian-12" ? "SshUsername=a" : "WinrmUsername=a", "BootCommand=<enter>"]),
        "XIMG2153",
        "Builder.b",
        $"Builder 'b' has no ShutdownCommand: Packer cuts the machine's power at the end, and what the guest has not written yet is lost. Write ShutdownCommand=\"{command}\".");

    [Theory]
    [InlineData("VirtualBoxIso", "AcpiShutdown=true")]
    [InlineData("HyperVIso", "DisableShutdown=true")]
    public void It_may_go_down_otherwise(string type, string setting) =>
        Assert.Empty(Problems(Project(type, "debian-12", ["SshUsername=a", "BootCommand=<enter>", setting])));

    [Fact]
    public void VSphere_asks_the_guest_tools() => Assert.Empty(Problems(Project("VSphereIso", "debian-12", [.. VSphere, "SshUsername=a"])));

    [Fact]
    public void A_machine_in_vSphere_needs_something_to_start_from() => HasProblem(
        An.Image().Builder("b", "VSphereIso", [.. VSphere, "SshUsername=a"]).OperatingSystem("debian-12", "Platform=Linux"),
        "XIMG2154",
        "Builder.b",
        "Builder 'b' has no ISO to install from, so its new machine can only start from the network. Write IsoPath and IsoFileName on the OperatingSystem, or use VSphereClone.");

    [Theory]
    [InlineData("VSphereIso", "Firmware=\"efi-secure\" and VTPM=\"true\"")]
    [InlineData("HyperVIso", "EnableSecureBoot=\"true\" and EnableTpm=\"true\"")]
    [InlineData("Qemu", "EfiBoot=\"true\" and Vtpm=\"true\"")]
    public void Windows_11_wants_secure_boot_and_a_TPM(string type, string missing) => HasProblem(
        Project(type, "windows-11", [.. type == "VSphereIso" ? VSphere : ["BootCommand=<enter>"], .. Halt, "WinrmUsername=a"]),
        "XIMG2155",
        "Builder.b",
        $"Builder 'b' installs Windows 11, whose installer wants secure boot and a TPM and stops without them. Write {missing}; a setting that stands there with another value is taken as meant.");

    [Fact]
    public void Proxmox_keeps_an_iso_somewhere() => Read.IsProblem(
        [.. Problems(Project("ProxmoxIso", "debian-12", [.. Pve, "DiskSizeGB=20", "StoragePool=x"])).Where(problem => problem.Code == "XIMG2156")],
        "XIMG2156",
        "OperatingSystem.debian-12.IsoFileName",
        "Builder 'b' brings an ISO to Proxmox, but not the storage that shall keep it. "
        + "Write <BuilderBlock Include=\"…\" Builder=\"b\" Block=\"boot_iso\" IsoStoragePool=\"…\" />, or take an ISO that is there already, such as IsoPath=\"local:iso\".");

    [Fact]
    public void A_storage_in_the_block_will_do() => Assert.DoesNotContain(
        Problems(Project("ProxmoxIso", "debian-12", [.. Pve, "DiskSizeGB=20", "StoragePool=x"])
            .Item("BuilderBlock", "iso", "Builder=b", "Block=boot_iso", "IsoStoragePool=local")),
        problem => problem.Code == "XIMG2156");

    [Theory]
    [InlineData("IsoStoragePool=local", "AnswerFileMedium=Cd")]
    [InlineData("IsoStoragePool=local", "Version=12")]
    public void A_block_without_contents_is_for_the_answer_file(string block, string system) =>
        Assert.Empty(Problems(WithAnswers(block, system)));

    [Fact]
    public void A_CD_with_answers_needs_a_storage_too() => HasProblem(
        WithAnswers("Unmount=true", "Version=12"),
        "XIMG2156",
        "BuilderBlock.answers",
        "Builder 'b' brings an ISO to Proxmox, but not the storage that shall keep it. Write IsoStoragePool=\"…\", or take an ISO that is there already, such as IsoPath=\"local:iso\".");

    [Fact]
    public void A_block_without_contents_is_empty_when_the_answers_go_another_way() =>
        Assert.Equal("XIMG2032", Assert.Single(Problems(WithAnswers("IsoStoragePool=local", "AnswerFileMedium=Http"))).Code);

    [Theory]
    [InlineData("ProxmoxIso", "IsoPath=local:iso")]
    [InlineData("Nutanix", "Version=12")]
    public void An_installer_needs_a_disk(string type, string path)
    {
        string[] builder = type == "Nutanix"
            ? ["NutanixEndpoint=x", "NutanixUsername=env:U", "NutanixPassword=env:P", "ClusterName=c", "Network=n", "SshUsername=a", "BootCommand=<enter>", .. Halt]
            : Pve;
        var problem = Problems(An.Image().Builder("b", type, builder)
            .OperatingSystem("debian-12", "Platform=Linux", path, "IsoFileName=a.iso")).Single(problem => problem.Code == "XIMG2157");
        Assert.Equal("Builder.b", Read.Place(problem.Origin));
        Assert.Equal(
            "Builder 'b' starts an installer, but its machine has no disk to install on. Write DiskSizeGB=\"…\".", problem.Message);
    }

    [Fact]
    public void A_disk_made_from_an_image_needs_no_other() => Assert.DoesNotContain(
        Problems(An.Image()
            .Builder("b", "Nutanix", "NutanixEndpoint=x", "NutanixUsername=env:U", "NutanixPassword=env:P", "ClusterName=c", "Network=n", "SshUsername=a", "ShutdownCommand=x")
            .OperatingSystem("debian-12", "Platform=Linux", "Template=debian")),
        problem => problem.Code == "XIMG2157");

    [Fact]
    public void Who_says_no_TPM_means_it() => Assert.Empty(Problems(
        Project("VSphereIso", "windows-11", [.. VSphere, .. Halt, "WinrmUsername=a", "Firmware=bios", "VTPM=false"])));

    private static ImageSourceBuilder Project(string type, string system, string[] builder) => An.Image().Builder("b", type, builder)
        .OperatingSystem(system, system == "debian-12" ? "Platform=Linux" : "Platform=Windows", "IsoPath=https://host/iso", "IsoFileName=a.iso");

    private static ImageSourceBuilder WithAnswers(string block, string system) => An.Image()
        .Builder("b", "ProxmoxIso", [.. Pve, "DiskSizeGB=20", "StoragePool=x"])
        .Item("BuilderBlock", "answers", "Builder=b", "Block=additional_iso_files", block)
        .OperatingSystem("debian-12", "Platform=Linux", "IsoPath=local:iso", "IsoFileName=a.iso", "AnswerFile=user-data", system);

    private static Diagnostic[] Problems(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        ImageRules.Check(
            ImageReader.Read(
                project.Provisioner("tell", "LocalCommand", "Command=echo", "Timeout=5m").Group("g", "tell").Role("r", "g").Build(), diagnostics),
            diagnostics);
        return [.. diagnostics];
    }

    private static void HasProblem(ImageSourceBuilder project, string code, string place, string message) =>
        Read.IsProblem(Problems(project), code, place, message);
}
