using Xoap.Images.Model;

namespace Xoap.Images.Booting;

/// <summary>A machine of Workstation, Fusion or Player starts as a full copy in the run's folder: a linked one would write into the image.</summary>
internal static class VmwareBoot
{
    private const string Vmx = "vmware-vmx";
    private const string Data = "vmx_data";

    public static Component? Of(BootDraft draft)
    {
        if (draft.Component.Find("remote_type") is not null)
        {
            draft.Diagnostics.Add(BootDiagnostics.NothingBoots(
                draft.Origin, draft.Builder, "The machine is on a server of its own (RemoteType), where Packer would leave another one"));
            return null;
        }

        if (draft.Source(Vmx) is not { } source)
        {
            return null;
        }

        var boot = draft.Keep(
                Vmx, "attach_snapshot", "cdrom_adapter_type", "disk_*", "display_name", "format", "guest_os_type", "linked", "ovftool_options",
                "snapshot_name", "tools_*", "version", "vmdk_name", "vmx_data_post", "vmx_remove_ethernet_interfaces")
            .With("source_path", source["DiskImage"], draft)
            .With("skip_compaction", true, draft)
            .With("skip_export", true, draft)
            .Named("vm_name", draft)
            .InRunFolder(draft);
        return draft.Component.IsOn("vmx_remove_ethernet_interfaces") ? boot.With(Data, WithCard(draft.Component), draft) : boot;
    }

    /// <summary>The image has no network card, since the build took it out.</summary>
    private static SettingValue.Map WithCard(Component component)
    {
        var own = component.Find(Data)?.Value is SettingValue.Map map ? map.Entries : [];
        (string Key, string Value)[] card =
        [
            ("ethernet0.present", "TRUE"),
            ("ethernet0.addressType", "generated"),
            ("ethernet0.connectionType", component.Text("network") ?? "nat"),
            ("ethernet0.virtualDev", component.Text("network_adapter_type") ?? "e1000e"),
        ];
        return new SettingValue.Map(
        [
            .. own.Where(entry => !entry.Key.StartsWith("ethernet0.", StringComparison.OrdinalIgnoreCase)),
            .. card.Select(entry => new MapEntry(entry.Key, new SettingValue.Text(entry.Value))),
        ]);
    }
}
