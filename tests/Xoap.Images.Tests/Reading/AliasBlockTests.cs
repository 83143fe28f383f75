using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

/// <summary>Neutral names in native units, and in the nested blocks that they belong to.</summary>
public class AliasBlockTests
{
    [Theory]
    [InlineData("VSphereIso", "CPUs=2; RAM=2048; storage.disk_size=20480; network_adapters.network=lan")]
    [InlineData("Nutanix", "cpu=2; memory_mb=2048; vm_disks.disk_size_gb=20; vm_nics.subnet_name=lan")]
    [InlineData("ProxmoxIso", "cores=2; memory=2048; disks.disk_size=20G; network_adapters.bridge=lan")]
    public void Sizes_and_networks_of_machines_whose_disks_are_blocks(string type, string expected) =>
        Assert.Equal(Sorted(expected), Sorted(Of(type, "Cpus=2", "MemoryMB=2048", "DiskSizeGB=20", "Network=lan")));

    [Theory]
    [InlineData("VSphereClone", "CPUs=2; RAM=2048; disk_size=20480")]
    [InlineData("VMwareIso", "cpus=2; memory=2048; disk_size=20480")]
    [InlineData("XenServer", "vcpus_max=2; vcpus_atstartup=2; vm_memory=2048; disk_size=20480")]
    [InlineData("HyperVIso", "cpus=2; memory=2048; disk_size=20480")]
    [InlineData("HyperVClone", "cpus=2; memory=2048; disk_size=20480")]
    [InlineData("VirtualBoxIso", "cpus=2; memory=2048; disk_size=20480")]
    [InlineData("Qemu", "cpus=2; memory=2048; disk_size=20G")]
    public void Sizes_of_machines_with_plain_attributes(string type, string expected) =>
        Assert.Equal(Sorted(expected), Sorted(Of(type, "Cpus=2", "MemoryMB=2048", "DiskSizeGB=20")));

    [Fact]
    public void A_block_of_the_project_gets_what_it_leaves_open()
    {
        var variant = Read.Valid(Project("VSphereIso", "DiskSizeGB=20")
            .Item("BuilderBlock", "disk0", "Builder=b", "Block=storage", "DiskThinProvisioned=true")
            .Item("BuilderBlock", "disk1", "Builder=b", "Block=storage", "DiskSize=5")).Variants.Single();
        Assert.Equal(["20480", "5"], variant.Component.Blocks.Select(block => Text(block.Settings.Single(setting => setting.Name == "disk_size").Value)));
    }

    [Fact]
    public void The_operating_system_may_say_what_the_builder_leaves_open()
    {
        var image = An.Image().Builder("b", "VSphereIso", "Network=lan")
            .OperatingSystem("os", "Platform=Linux", "IsoPath=[d] i", "IsoFileName=x", "DiskSizeGB=30", "Network=other")
            .Provisioner("hello", "LinuxShellCommand", "Command=echo", "Timeout=5m").Group("g", "hello").Role("r", "g");
        Assert.Equal(
            ["lan", "30720"],
            Read.Valid(image).Variants.Single().Component.Blocks.Select(block => Text(block.Settings.Single().Value)));
    }

    [Fact]
    public void A_size_that_stands_in_the_block_too_is_an_error() => Read.HasProblem(
        Project("VSphereIso", "DiskSizeGB=20").Item("BuilderBlock", "disk0", "Builder=b", "Block=storage", "DiskSize=5"),
        "XIMG1008",
        "Builder.b.DiskSizeGB",
        "'DiskSize of disk0' and 'DiskSizeGB' both stand for storage.disk_size, with different values. Keep one of them.");

    [Fact]
    public void A_machine_of_VMware_is_sized_in_its_own_file()
    {
        var component = Read.Valid(Disk("VMwareVmx", "Cpus=4", "VmxData=memsize=1024;firmware=efi")).Variants.Single().Component;
        Assert.Equal("memsize=1024, firmware=efi, numvcpus=4", Entries(component.Find("vmx_data")!.Value));
    }

    [Fact]
    public void A_machine_of_VirtualBox_is_sized_by_a_command_and_the_project_s_own_commands_follow()
    {
        var component = Read.Valid(Disk(
            "VirtualBoxOvf", "Cpus=4", "MemoryMB=2048", "Vboxmanage=[[\"modifyvm\",\"{{.Name}}\",\"--cpus\",\"8\"]]")).Variants.Single().Component;
        var commands = ((SettingValue.List)component.Find("vboxmanage")!.Value).Values
            .Select(command => string.Join(' ', ((SettingValue.List)command).Values.Select(Text)));
        Assert.Equal(["modifyvm {{.Name}} --memory 2048", "modifyvm {{.Name}} --cpus 4", "modifyvm {{.Name}} --cpus 8"], commands);
    }

    [Fact]
    public void A_size_that_stands_in_the_map_too_is_an_error() => Read.HasProblem(
        Disk("VMwareVmx", "MemoryMB=2048", "VmxData=memsize=1024"),
        "XIMG1008",
        "Builder.b.MemoryMB",
        "'VmxData' and 'MemoryMB' both stand for vmx_data.memsize, with different values. Keep one of them.");

    [Fact]
    public void A_shared_system_may_size_the_builders_that_can_be_sized()
    {
        var image = Read.Valid(An.Image().Builder("v", "VSphereIso").Builder("p", "ProxmoxClone")
            .OperatingSystem("os", "Platform=Linux", "IsoPath=[d] i", "IsoFileName=x", "Template=t", "DiskSizeGB=30")
            .Provisioner("hello", "LinuxShellCommand", "Command=echo", "Timeout=5m").Group("g", "hello").Role("r", "g"));
        Assert.Equal([1, 0], image.Variants.Select(variant => variant.Component.Blocks.Length));
    }

    [Theory]
    [InlineData("windows-11", Platform.Windows, "24H2", "windows-11")]
    [InlineData("corp-desktop", Platform.Windows, "11", "windows-11")]
    [InlineData("windows-server-2025", Platform.Windows, "", "windows-server-2025")]
    [InlineData("WS2022", Platform.Windows, "", "windows-server-2022")]
    [InlineData("server", Platform.Windows, "2019", "windows-server-2019")]
    [InlineData("base", Platform.Windows, "", null)]
    [InlineData("debian", Platform.Linux, "12.7", "debian-12")]
    [InlineData("debian-13", Platform.Linux, "", "debian-13")]
    [InlineData("ubuntu-22.04", Platform.Linux, "", "ubuntu-22")]
    [InlineData("almalinux", Platform.Linux, "9", "almalinux-9")]
    [InlineData("slackware", Platform.Linux, "15", null)]
    internal void A_system_is_known_by_its_words(string name, Platform platform, string version, string? expected)
    {
        Assert.Equal(expected, GuestSystem.Of(name, platform, version, "x64"));
        Assert.Null(GuestSystem.Of(name, platform, version, "arm64"));
    }

    [Theory]
    [InlineData("VSphereIso", "windows-11", "guest_os_type=windows11_64Guest")]
    [InlineData("VSphereIso", "windows-server-2022", "guest_os_type=windows2019srvNext_64Guest")]
    [InlineData("VirtualBoxIso", "windows-server-2022", "guest_os_type=Windows2022_64")]
    [InlineData("VMwareIso", "windows-server-2025", "guest_os_type=windows2022srvNext-64")]
    [InlineData("ProxmoxIso", "windows-11", "os=win11")]
    [InlineData("HyperVIso", "windows-11", "generation=2")]
    [InlineData("XenServer", "windows-11", "")]
    [InlineData("VSphereIso", "windows-7", "")]
    public void A_hypervisor_is_told_what_it_runs(string type, string system, string expected) =>
        Assert.Equal(expected, Guest(Project(type).OperatingSystem(system, "Platform=Windows", "IsoPath=/i", "IsoFileName=x").Property("ImageOperatingSystem", system)));

    [Fact]
    public void The_project_s_own_word_for_the_guest_wins() => Assert.Equal(
        "guest_os_type=mine",
        Guest(Project("VSphereIso", "GuestOsType=mine").OperatingSystem("debian-12", "Platform=Linux", "IsoPath=/i", "IsoFileName=x")
            .Property("ImageOperatingSystem", "debian-12")));

    [Fact]
    public void A_machine_with_a_floppy_is_none_of_generation_2() => Assert.Equal(
        "",
        Guest(Project("HyperVIso", "FloppyFiles=a.xml").OperatingSystem("windows-11", "Platform=Windows", "IsoPath=/i", "IsoFileName=x")
            .Property("ImageOperatingSystem", "windows-11")));

    private static string Guest(ImageSourceBuilder project) => string.Join(
        "; ",
        Read.Valid(project).Variants.Single().Component.Settings
            .Where(setting => setting.Name is "guest_os_type" or "os" or "generation").Select(setting => $"{setting.Name}={Text(setting.Value)}"));

    private static IEnumerable<string> Of(string type, params string[] metadata)
    {
        var component = Read.Valid(Project(type, metadata)).Variants.Single().Component;
        string[] others = ["network_adapter_type", "os_type", "vm_force_delete", "iso_url", "iso_checksum", "template", "clone_from_vm_name"];
        return component.Settings.Where(setting => !others.Contains(setting.Name)).Select(setting => $"{setting.Name}={Text(setting.Value)}")
            .Concat(component.Blocks.Where(block => block.Name != "boot_iso" && !block.Settings.Any(setting => setting.Name == "source_image_path"))
                .SelectMany(block => block.Settings.Where(setting => setting.Name != "image_type")
                    .Select(setting => $"{block.Name}.{setting.Name}={Text(setting.Value)}")));
    }

    private static ImageSourceBuilder Disk(string type, params string[] metadata) => An.Image()
        .Builder("b", type, metadata).OperatingSystem("os", "Platform=Linux", "DiskImage=/i")
        .Provisioner("hello", "LinuxShellCommand", "Command=echo", "Timeout=5m").Group("g", "hello").Role("r", "g");

    private static string Entries(SettingValue map) =>
        string.Join(", ", ((SettingValue.Map)map).Entries.Select(entry => $"{entry.Key}={Text(entry.Value)}"));

    private static string Sorted(string text) => Sorted(text.Split("; "));

    private static string Sorted(IEnumerable<string> parts) => string.Join("; ", parts.Order(StringComparer.Ordinal));

    private static ImageSourceBuilder Project(string type, params string[] metadata) => An.Image()
        .Builder("b", type, metadata)
        .OperatingSystem("os", type.EndsWith("Clone", StringComparison.Ordinal) ? ["Platform=Linux", "Template=t"] : ["Platform=Linux", "IsoPath=/i", "IsoFileName=x"])
        .Provisioner("hello", "LinuxShellCommand", "Command=echo", "Timeout=5m").Group("g", "hello").Role("r", "g");

    private static string Text(SettingValue value) => value switch
    {
        SettingValue.Text text => text.Value,
        SettingValue.Number number => number.Value,
        _ => value.ToString(),
    };
}
