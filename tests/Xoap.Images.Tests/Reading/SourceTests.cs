using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

/// <summary>What an operating system's source is in the words of each builder.</summary>
public class SourceTests
{
    private static readonly string Sum = new('b', 64);

    [Theory]
    [InlineData("VSphereIso", "iso_paths=[datastore1] iso/w.iso")]
    [InlineData("XenServer", "iso_name=w.iso")]
    [InlineData("Nutanix", "vm_disks.image_type=ISO_IMAGE; vm_disks.source_image_name=w.iso")]
    public void One_item_with_a_datastore_serves_vSphere_Nutanix_and_XenServer(string type, string expected) =>
        Assert.Equal(expected, Source(type, "IsoPath=[datastore1] iso/", "IsoFileName=w.iso", $"IsoChecksum={Sum}"));

    [Theory]
    [InlineData("VSphereIso", "iso_checksum=sha256:{0}; iso_url=/projects/web/iso/w.iso")]
    [InlineData("XenServer", "iso_checksum=sha256:{0}; iso_url=/projects/web/iso/w.iso")]
    [InlineData("HyperVIso", "iso_checksum=sha256:{0}; iso_url=/projects/web/iso/w.iso")]
    [InlineData("VMwareIso", "iso_checksum=sha256:{0}; iso_url=/projects/web/iso/w.iso")]
    [InlineData("VirtualBoxIso", "iso_checksum=sha256:{0}; iso_url=/projects/web/iso/w.iso")]
    [InlineData("Qemu", "iso_checksum=sha256:{0}; iso_url=/projects/web/iso/w.iso")]
    [InlineData("ProxmoxIso", "boot_iso.iso_checksum=sha256:{0}; boot_iso.iso_url=/projects/web/iso/w.iso")]
    [InlineData("Nutanix", "vm_disks.image_type=ISO_IMAGE; vm_disks.source_image_path=/projects/web/iso/w.iso")]
    public void An_iso_in_a_folder_serves_every_builder_that_installs(string type, string expected) =>
        Assert.Equal(expected.Replace("{0}", Sum), Source(type, "IsoPath=iso", "IsoFileName=w.iso", $"IsoChecksum={Sum}"));

    [Theory]
    [InlineData("Qemu", "IsoPath=\\\\server\\isos", "iso_checksum=none; iso_url=//server/isos/w.iso")]
    [InlineData("HyperVIso", "IsoPath=file:///isos", "iso_checksum=none; iso_url=file:///isos/w.iso")]
    [InlineData("ProxmoxIso", "IsoPath=local:iso", "boot_iso.iso_file=local:iso/w.iso")]
    [InlineData("VSphereIso", "IsoPath=[datastore1]", "iso_paths=[datastore1] w.iso")]
    [InlineData("Nutanix", "Version=1", "vm_disks.image_type=ISO_IMAGE; vm_disks.source_image_name=w.iso")]
    [InlineData("XenServer", "Version=1", "iso_name=w.iso")]
    [InlineData("Nutanix", "IsoPath=https://host/iso", "vm_disks.image_type=ISO_IMAGE; vm_disks.source_image_uri=https://host/iso/w.iso")]
    public void An_iso_lies_where_its_path_says(string type, string path, string expected) =>
        Assert.Equal(expected, Source(type, path, "IsoFileName=w.iso"));

    [Fact]
    public void Nutanix_takes_the_digits_and_the_algorithm_apart() => Assert.Equal(
        $"vm_disks.image_type=DISK_IMAGE; vm_disks.source_image_checksum={Sum}; vm_disks.source_image_checksum_type=sha256; "
        + "vm_disks.source_image_uri=https://host/d.qcow2",
        Source("Nutanix", "DiskImage=https://host/d.qcow2", $"Checksum={Sum}"));

    [Theory]
    [InlineData("Qemu", "DiskImage=d.qcow2", "disk_image=true; iso_checksum=none; iso_url=/projects/web/d.qcow2")]
    [InlineData("VirtualBoxOvf", "DiskImage=https://host/d.ova", "checksum=none; source_path=https://host/d.ova")]
    [InlineData("VMwareVmx", "DiskImage=d.vmx", "source_path=/projects/web/d.vmx")]
    [InlineData("HyperVClone", "DiskImage=d", "clone_from_vmcx_path=/projects/web/d")]
    [InlineData("Nutanix", "DiskImage=d.qcow2", "vm_disks.image_type=DISK_IMAGE; vm_disks.source_image_path=/projects/web/d.qcow2")]
    [InlineData("VSphereClone", "Template=t/debian", "template=t/debian")]
    [InlineData("ProxmoxClone", "Template=debian", "clone_vm=debian")]
    [InlineData("HyperVClone", "Template=debian", "clone_from_vm_name=debian")]
    [InlineData("Nutanix", "Template=debian", "vm_disks.image_type=DISK_IMAGE; vm_disks.source_image_name=debian")]
    public void A_disk_or_template_serves_those_that_start_from_one(string type, string source, string expected) =>
        Assert.Equal(expected, Source(type, source));

    [Fact]
    public void Each_builder_takes_of_an_item_what_it_can_start_from()
    {
        var image = Read.Valid(Project("VSphereIso")
            .Builder("c", "VSphereClone").OperatingSystem("os", "Platform=Linux", "IsoPath=[d] iso", "IsoFileName=w.iso", "Template=t"));
        Assert.Equal(["[d] iso/w.iso", "t"], image.Variants.Select(variant => variant.OperatingSystem!.Source));
    }

    [Theory]
    [InlineData("VSphereClone", "Template=own", "template=own", "Template", "Template")]
    [InlineData("ProxmoxClone", "CloneVmId=700", "clone_vm_id=700", "CloneVmId", "Template")]
    [InlineData("VSphereIso", "IsoUrl=https://own/a.iso", "iso_url=https://own/a.iso", "IsoUrl", "IsoPath")]
    [InlineData("Qemu", "IsoUrl=https://own/a.iso", "iso_url=https://own/a.iso", "IsoUrl", "DiskImage")]
    public void A_source_that_the_builder_names_wins_and_that_is_said(string type, string own, string expected, string setting, string hidden)
    {
        var project = Project(type, own).OperatingSystem(
            "os", ["Platform=Linux", .. type == "Qemu" ? (string[])["DiskImage=d"] : ["Template=t", "IsoPath=[d] x", "IsoFileName=y"]]);
        var diagnostics = new DiagnosticBag();
        Assert.Equal(expected, Text(ImageReader.Read(project.Build(), diagnostics).Variants.Single()));
        Read.IsProblem(
            [.. diagnostics],
            "XIMG1173",
            $"Builder.b.{setting}",
            $"Builder 'b' ({type}) starts from its own {setting}, so {hidden} of OperatingSystem 'os' is not used. Remove one of them, or keep the operating system's away from this builder with Builders.");
        Assert.Equal(Severity.Warning, diagnostics.Single().Severity);
    }

    [Theory]
    [InlineData("[d] x", "[] tools.iso", "iso_paths=[d] x/y,[] tools.iso")]
    [InlineData("[d] x", "[] tools.iso;[d] x/y", "iso_paths=[] tools.iso,[d] x/y")]
    [InlineData("https://host", "[] tools.iso", "iso_checksum=none; iso_paths=[] tools.iso; iso_url=https://host/y")]
    public void Further_drives_of_vSphere_follow_the_system_s_iso(string path, string drives, string expected)
    {
        var variant = Read.Valid(Project("VSphereIso", $"IsoPaths={drives}").OperatingSystem("os", "Platform=Linux", $"IsoPath={path}", "IsoFileName=y"))
            .Variants.Single();
        Assert.Equal(expected, Text(variant));
        Assert.Equal(Impact.Content, variant.Component.Find("iso_paths")!.Impact);
    }

    [Fact]
    public void Two_sources_of_one_item_for_one_builder_are_an_error() => Read.HasProblem(
        Project("Qemu").OperatingSystem("os", "Platform=Linux", "DiskImage=d", "IsoUrl=a.iso"),
        "XIMG1137",
        "OperatingSystem.os.IsoUrl",
        "OperatingSystem 'os' has DiskImage and IsoUrl, and builder 'b' (Qemu) could start from either. Keep one, or move one to a second item of the same name with Builders.");

    [Fact]
    public void A_block_that_stands_once_keeps_what_the_project_says_in_it()
    {
        var variant = Read.Valid(Project("ProxmoxIso").Item("BuilderBlock", "iso", "Builder=b", "Block=boot_iso", "Unmount=true", "Type=sata")
            .OperatingSystem("os", "Platform=Linux", "IsoPath=local:iso", "IsoFileName=w.iso")).Variants.Single();
        Assert.Equal("boot_iso.iso_file=local:iso/w.iso; boot_iso.type=sata; boot_iso.unmount=true", Text(variant));
    }

    [Fact]
    public void Nutanix_starts_from_the_system_s_image_and_keeps_the_others_of_the_project()
    {
        var variant = Read.Valid(Project("Nutanix", "DiskSizeGB=64")
            .Item("BuilderBlock", "drivers", "Builder=b", "Block=vm_disks", "ImageType=ISO_IMAGE", "SourceImageName=virtio.iso")
            .OperatingSystem("os", "Platform=Linux", "IsoFileName=w.iso")).Variants.Single();
        Assert.Equal(
            ["image_type ISO_IMAGE, source_image_name w.iso", "image_type ISO_IMAGE, source_image_name virtio.iso", "disk_size_gb 64, image_type DISK"],
            variant.Component.Blocks.Select(block => string.Join(", ", block.Settings.Select(setting => $"{setting.Name} {Text(setting.Value)}"))));
    }

    [Theory]
    [InlineData("Qemu", "IsoPath=[d] iso;IsoFileName=w.iso", "XIMG1171", "IsoPath", "IsoPath of OperatingSystem 'os' makes '[d] iso/w.iso', which builder 'b' (Qemu) cannot reach. It takes IsoPath (a folder or a URL) and IsoFileName, or DiskImage (a path or a URL); write that, or write it in an item of the same name with Builders.")]
    [InlineData("VSphereIso", "IsoFileName=w.iso", "XIMG1171", "IsoFileName", "IsoFileName of OperatingSystem 'os' makes 'w.iso', which builder 'b' (VSphereIso) cannot reach. It takes IsoPath ([datastore] folder or a folder or a URL) and IsoFileName; write that, or write it in an item of the same name with Builders.")]
    [InlineData("VMwareVmx", "DiskImage=https://host/a.vmx", "XIMG1171", "DiskImage", "DiskImage of OperatingSystem 'os' makes 'https://host/a.vmx', which builder 'b' (VMwareVmx) cannot reach. It takes DiskImage (a path); write that, or write it in an item of the same name with Builders.")]
    [InlineData("VSphereClone", "IsoPath=a;IsoFileName=b", "XIMG1170", "IsoFileName", "OperatingSystem 'os' has a source that builder 'b' (VSphereClone) cannot start from: IsoPath. It takes Template; write that, too, or in an item of the same name with Builders.")]
    [InlineData("XenServer", "Template=a", "XIMG1170", "Template", "OperatingSystem 'os' has a source that builder 'b' (XenServer) cannot start from: Template. It takes IsoFileName, and IsoPath ([datastore] folder or storage:folder or a folder or a URL) where it is not known by its name; write that, too, or in an item of the same name with Builders.")]
    [InlineData("Nutanix", "DiskImage=https://host/d;Checksum=md5:00112233445566778899aabbccddeeff", "XIMG1172", "Checksum", "Packer's nutanix cannot check md5. Write a checksum of sha256 or sha1.")]
    [InlineData("Nutanix", "DiskImage=d;Template=t", "XIMG1137", "Template", "OperatingSystem 'os' has a DiskImage and a Template, and builder 'b' (Nutanix) could start from either. Keep one, or move one to a second item of the same name with Builders.")]
    [InlineData("ProxmoxClone", "Version=1", "XIMG1138", "", "OperatingSystem 'os' says nothing about where builder 'b' (ProxmoxClone) finds it. Write Template.")]
    public void A_source_that_a_builder_cannot_use_says_what_it_takes(
        string type, string metadata, string code, string metadatum, string message) => Read.HasProblem(
        Project(type).OperatingSystem("os", ["Platform=Linux", .. metadata.Split(';')]),
        code,
        metadatum.Length == 0 ? "OperatingSystem.os" : $"OperatingSystem.os.{metadatum}",
        message);

    private static string Source(string type, params string[] metadata) =>
        Text(Read.Valid(Project(type).OperatingSystem("os", ["Platform=Linux", .. metadata])).Variants.Single());

    private static ImageSourceBuilder Project(string type, params string[] metadata) => An.Image()
        .Builder("b", type, metadata)
        .Provisioner("hello", "LinuxShellCommand", "Command=echo", "Timeout=5m").Group("g", "hello").Role("r", "g");

    /// <summary>What the variant says beyond its type's defaults.</summary>
    private static string Text(Variant variant) => string.Join(
        "; ",
        variant.Component.Settings.Where(setting => setting.Name is not ("network_adapter_type" or "os_type" or "vm_force_delete"))
            .Select(setting => $"{setting.Name}={Text(setting.Value)}")
            .Concat(variant.Component.Blocks.SelectMany(block => block.Settings.Select(setting => $"{block.Name}.{setting.Name}={Text(setting.Value)}"))));

    private static string Text(SettingValue value) => value switch
    {
        SettingValue.Text text => text.Value,
        SettingValue.Flag flag => flag.Value ? "true" : "false",
        SettingValue.Number number => number.Value,
        SettingValue.List list => string.Join(',', list.Values.Select(Text)),
        _ => value.ToString(),
    };
}
