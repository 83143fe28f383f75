using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Booting;

/// <summary>An exported machine is imported as a copy, which is removed behind the run. Nothing of VirtualBox is put into the guest.</summary>
internal static class VirtualBoxBoot
{
    private const string Ovf = "virtualbox-ovf";
    private const string Commands = "vboxmanage";

    public static Component? Of(BootDraft draft)
    {
        if (draft.Source(Ovf) is not { } source)
        {
            return null;
        }

        var boot = draft.Keep(
                Ovf, "checksum", "export_opts", "format", "output_filename", "post_shutdown_delay", "target_path", Commands, "vboxmanage_post")
            .With("source_path", source["DiskImage"], draft)
            .With("checksum", source.GetValueOrDefault("Checksum", "none"), draft)
            .With("guest_additions_mode", "disable", draft)
            .With("virtualbox_version_file", "", draft)
            .With("skip_export", true, draft)
            .Named("vm_name", draft)
            .InRunFolder(draft);
        return Modifying(draft.Component) is { IsEmpty: false } commands ? boot.With(Commands, new SettingValue.List(commands), draft) : boot;
    }

    /// <summary>What made and attached the disks is in the image; how its network is set may not be.</summary>
    private static ImmutableArray<SettingValue> Modifying(Component component) => component.Find(Commands)?.Value is SettingValue.List list
        ? [.. list.Values.Where(command => command is SettingValue.List { Values: [SettingValue.Text { Value: "modifyvm" }, ..] })]
        : [];
}
