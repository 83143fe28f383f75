using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading.Sources;

/// <summary>Says what a builder starts from, when that is an image of ours, in the metadata of an OperatingSystem.</summary>
internal static class BuiltSources
{
    /// <summary>Null when the builder's component cannot start from what the image's made.</summary>
    /// <param name="component">Packer's builder that is to start from it.</param>
    /// <param name="region">That builder's region; null: it has none.</param>
    public static IReadOnlyList<(string Name, string Value)>? Of(BuiltImage image, string component, string? region) =>
        (image.Component, component) switch
        {
            ("null", "null") => [],
            ("file", "file") => FileOf(image, "") is { } file ? [("Source", file.Path!)] : null,
            ("qemu", "qemu") => Disk(image, "") is { } disk ? [.. disk, .. Size(image)] : null,
            ("qemu", "nutanix") => Disk(image, ""),
            ("virtualbox-iso" or "virtualbox-ovf" or "virtualbox-vm", "virtualbox-ovf") => Disk(image, ".ovf") ?? Disk(image, ".ova"),
            ("vmware-iso" or "vmware-vmx", "vmware-vmx") => Disk(image, ".vmx"),
            ("hyperv-iso" or "hyperv-vmcx", "hyperv-vmcx") => Machine(image),
            ("vsphere-iso" or "vsphere-clone", "vsphere-clone") => [("Template", InFolder(image, NameOf(image)))],
            ("proxmox-iso" or "proxmox-clone", "proxmox-clone") or ("nutanix", "nutanix") => [("Template", NameOf(image))],
            ("amazon-ebs" or "amazon-ebssurrogate" or "amazon-chroot" or "amazon-instance", "amazon-ebs" or "amazon-ebssurrogate") =>
                Ami(image, region) is { } ami ? [("SourceAmi", ami)] : null,
            ("azure-arm", "azure-arm") => AzureSource.Of(image, NameOf(image)),
            ("googlecompute", "googlecompute") => Google(image),
            ("docker", "docker") => image.Artifacts is [var container, ..] ? [("Image", container.Id), ("Pull", "false")] : null,
            _ => null,
        };

    /// <summary>What it is called at its provider.</summary>
    public static string NameOf(BuiltImage image)
    {
        var names = BuilderTypes.Find(image.Type)?.Names ?? [];
        var name = names.FirstOrDefault(name => name.Form.Contains("{name}", StringComparison.Ordinal))?.NameOf(image.Name) ?? image.Name;
        return string.Create(CultureInfo.InvariantCulture, $"{name}-v{image.Version}");
    }

    private static (string Name, string Value)[]? Disk(BuiltImage image, string ending) =>
        FileOf(image, ending) is not { Path: { } path } file ? null
        : file.Sha256 is { } sha256 ? [("DiskImage", path), ("Checksum", "sha256:" + sha256)]
        : [("DiskImage", path)];

    /// <summary>An exported machine of Hyper-V is a folder with these two in it.</summary>
    private static (string Name, string Value)[]? Machine(BuiltImage image) =>
        image.Artifacts.Select(artifact => artifact.Path ?? "").FirstOrDefault(IsInside) is { } path ? [("DiskImage", path[..StartOfInside(path)])] : null;

    private static bool IsInside(string path) => StartOfInside(path) > 0;

    private static int StartOfInside(string path) => Math.Max(
        path.LastIndexOf("/Virtual Machines/", StringComparison.OrdinalIgnoreCase), path.LastIndexOf("/Virtual Hard Disks/", StringComparison.OrdinalIgnoreCase));

    private static BuiltArtifact? FileOf(BuiltImage image, string ending) => image.Artifacts.FirstOrDefault(
        artifact => artifact.Path?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true);

    private static string InFolder(BuiltImage image, string name) =>
        image.Place.TryGetValue("folder", out var folder) ? $"{folder.Trim('/')}/{name}" : name;

    /// <summary>Packer's id is <c>eu-west-1:ami-1,us-east-1:ami-2</c>.</summary>
    private static string? Ami(BuiltImage image, string? region)
    {
        var amis = image.Artifacts.SelectMany(artifact => artifact.Id.Split(','))
            .Select(pair => pair.Split(':'))
            .Where(pair => pair.Length == 2)
            .ToArray();
        return region is null
            ? amis is [[_, var only]] ? only : null
            : Array.Find(amis, pair => string.Equals(pair[0], region, StringComparison.OrdinalIgnoreCase))?[1];
    }

    private static (string Name, string Value)[] Google(BuiltImage image)
    {
        var name = image.Artifacts is [{ Id: { Length: > 0 } id }, ..] ? id : NameOf(image);
        return image.Place.TryGetValue("project_id", out var project)
            ? [("SourceImage", name), ("SourceImageProjectId", project), .. Size(image)]
            : [("SourceImage", name), .. Size(image)];
    }

    /// <summary>These make a disk of a default size unless they are told, which cannot be smaller than the base's.</summary>
    private static (string Name, string Value)[] Size(BuiltImage image) =>
        image.Place.TryGetValue("disk_size", out var size) ? [("DiskSize", size)] : [];
}
