using Xoap.Images.Model;

namespace Xoap.Images.Booting;

/// <summary>
/// A disk of QEMU starts below an overlay, which takes whatever the machine writes: the disk itself is opened for reading only.
/// </summary>
internal static class QemuBoot
{
    private const string Firmware = "efivars.fd";
    private const string Raw = "raw";

    public static Component? Of(BootDraft draft)
    {
        var files = draft.Image.Artifacts.Select(artifact => artifact.Path).OfType<string>().ToArray();
        var disks = files.Where(file => !IsFirmware(file)).OrderBy(file => file.Length).ToArray();
        if (disks is not [var disk, .. var more])
        {
            draft.Diagnostics.Add(BootDiagnostics.ArtifactUnknown(draft.Origin, draft.Builder, draft.Image.Name, draft.Image.Version));
            return null;
        }

        if (more.Length > 0)
        {
            draft.Diagnostics.Add(BootDiagnostics.SeveralDisks(draft.Origin, draft.Builder, disks));
            return null;
        }

        var boot = draft.Keep(
                "qemu", "disk_additional_size", "disk_compression", "efi_drop_efivars", "format", "qemu_img_args", "run_once", "use_backing_file")
            .With("iso_url", disk, draft)
            .With("iso_checksum", Checksum(draft, disk), draft)
            .With("disk_image", true, draft)
            .With("skip_compaction", true, draft)
            .With("vm_name", "test", draft)
            .InRunFolder(draft);
        if (files.FirstOrDefault(IsFirmware) is { } firmware)
        {
            boot = boot.With("efi_firmware_vars", firmware, draft);
        }

        return Layered(draft, boot, disk);
    }

    /// <summary>An overlay is as large as disk_size says; where the build never looked at that, the disk is copied as it is.</summary>
    private static Component Layered(BootDraft draft, Component boot, string disk)
    {
        var format = draft.Component.Text("format") ?? (disk.EndsWith(".img", StringComparison.Ordinal) ? Raw : "qcow2");
        if (boot.IsOn("skip_resize_disk"))
        {
            return boot.With("format", format, draft);
        }

        boot = boot.With("use_backing_file", true, draft).With("format", "qcow2", draft);
        return format != Raw ? boot : boot with { Blocks = boot.Blocks.Add(BackedByRaw(draft)) };
    }

    /// <summary>Packer takes every backing file for qcow2; of two formats qemu-img takes the last.</summary>
    private static SettingBlock BackedByRaw(BootDraft draft) => new(
        "qemu_img_args",
        [
            new Setting(
                "create",
                new SettingValue.List([new SettingValue.Text("-F"), new SettingValue.Text(Raw)]),
                Impact.Effort,
                draft.Origin),
        ],
        [],
        draft.Origin);

    private static string Checksum(BootDraft draft, string disk) =>
        draft.Image.Artifacts.First(artifact => artifact.Path == disk).Sha256 is { } sha256 ? "sha256:" + sha256 : "none";

    private static bool IsFirmware(string file) => file.EndsWith("/" + Firmware, StringComparison.Ordinal);
}
