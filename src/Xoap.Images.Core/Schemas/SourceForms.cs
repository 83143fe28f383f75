using System.Collections.Immutable;
using static Xoap.Images.Schemas.SourceKind;
using static Xoap.Images.Schemas.SourcePlace;

namespace Xoap.Images.Schemas;

/// <summary>What the builders on a hypervisor of one's own start from.</summary>
internal static class SourceForms
{
    private const string IsoUrl = "iso_url";
    private const string IsoChecksum = "iso_checksum";
    private const string SourcePath = "source_path";
    private const string BootIso = "boot_iso";
    private const string Nutanix = "nutanix";
    private const string Disks = "vm_disks";
    private const string ImageName = "source_image_name";
    private static readonly ImmutableArray<SourcePlace> Files = [SourcePlace.Path, Url];

    public static ImmutableArray<SourceForm> All { get; } =
    [
        new("qemu", Iso, Files, IsoUrl) { Checksum = IsoChecksum },
        new("qemu", Disk, Files, IsoUrl) { Checksum = IsoChecksum, Beside = ("disk_image", "true") },
        new("hyperv-iso", Iso, Files, IsoUrl) { Checksum = IsoChecksum },
        new("hyperv-vmcx", Disk, [SourcePlace.Path], "clone_from_vmcx_path"),
        new("hyperv-vmcx", Template, [Name], "clone_from_vm_name"),
        new("virtualbox-iso", Iso, Files, IsoUrl) { Checksum = IsoChecksum },
        new("virtualbox-ovf", Disk, Files, SourcePath) { Checksum = "checksum" },
        new("vmware-iso", Iso, Files, IsoUrl) { Checksum = IsoChecksum },
        new("vmware-vmx", Disk, [SourcePlace.Path], SourcePath),
        new("vsphere-iso", Iso, [Datastore], "iso_paths"),
        new("vsphere-iso", Iso, Files, IsoUrl) { Checksum = IsoChecksum },
        new("vsphere-clone", Template, [Name], "template"),
        new("proxmox-iso", Iso, [Storage], "iso_file") { Block = BootIso },
        new("proxmox-iso", Iso, Files, IsoUrl) { Block = BootIso, Checksum = IsoChecksum },
        new("proxmox-clone", Template, [Name], "clone_vm"),
        new("xenserver-iso", Iso, [Name, Datastore, Storage], "iso_name") { NameAlone = true },
        new("xenserver-iso", Iso, Files, IsoUrl) { Checksum = IsoChecksum },
        Image(Iso, [Name, Datastore, Storage], ImageName) with { NameAlone = true },
        Image(Iso, [SourcePlace.Path], "source_image_path"),
        OfUri(Image(Iso, [Url], "source_image_uri")),
        Image(Disk, [SourcePlace.Path], "source_image_path"),
        OfUri(Image(Disk, [Url], "source_image_uri")),
        Image(Template, [Name], ImageName),
    ];

    /// <summary>Further attributes by which a builder says what it starts from.</summary>
    private static readonly (string Component, string Attribute)[] Others =
    [
        ("qemu", "iso_urls"), ("hyperv-iso", "iso_urls"), ("virtualbox-iso", "iso_urls"), ("vmware-iso", "iso_urls"),
        ("vsphere-iso", "iso_urls"), ("xenserver-iso", "iso_urls"), ("proxmox-clone", "clone_vm_id"),
        ("proxmox-iso", "iso_file"), ("proxmox-iso", IsoUrl), ("proxmox-iso", "iso_urls"),
        ("proxmox-iso", "boot_iso.iso_urls"), ("proxmox-iso", "boot_iso.cd_files"), ("proxmox-iso", "boot_iso.cd_content"),
        (Nutanix, "vm_disks.source_image_uuid"),
    ];

    public static IEnumerable<SourceForm> Of(string component) => All.Where(form => form.Component == component);

    /// <summary>Attributes of which one says what the builder starts from; <c>block.attribute</c> inside a block.</summary>
    public static IEnumerable<string> Attributes(string component) => Of(component)
        .Select(form => form.Block is null ? form.Attribute : $"{form.Block}.{form.Attribute}")
        .Concat(Others.Where(other => other.Component == component).Select(other => other.Attribute))
        .Distinct();

    private static SourceForm Image(SourceKind kind, ImmutableArray<SourcePlace> places, string attribute) =>
        new(Nutanix, kind, places, attribute)
        {
            Block = Disks,
            Beside = ("image_type", kind == Iso ? "ISO_IMAGE" : "DISK_IMAGE"),
        };

    private static SourceForm OfUri(SourceForm form) =>
        form with { Checksum = "source_image_checksum", ChecksumType = "source_image_checksum_type" };
}
