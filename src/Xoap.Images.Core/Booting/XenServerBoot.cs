using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Booting;

/// <summary>An exported machine is imported as a copy, which is neither exported again nor kept.</summary>
internal static class XenServerBoot
{
    private const string Xva = "xenserver-xva";

    public static Component? Of(BootDraft draft)
    {
        var files = draft.Image.Artifacts.Select(artifact => artifact.Path).OfType<string>();
        if (files.FirstOrDefault(file => file.EndsWith(".xva", StringComparison.OrdinalIgnoreCase)) is not { } path)
        {
            draft.Diagnostics.Add(BootDiagnostics.NothingBoots(
                draft.Origin, draft.Builder, "A machine can be imported from a file of the format xva alone (Format=\"xva\")"));
            return null;
        }

        return draft.KeepOnly(
                Xva, "dhcp_wait", "firmware", "host_port_*", "install_timeout", "ip_getter", "network_names", "platform_args", "remote_*", "sr_name",
                "vcpus_*", "vm_memory")
            .With("source_path", path, draft)
            .With("format", "none", draft)
            .With("keep_vm", "never", draft)
            .With("skip_set_template", true, draft)
            .With("vm_tags", new SettingValue.List([new SettingValue.Text(TagAttribute.Image)]), draft)
            .Named("vm_name", draft)
            .InRunFolder(draft);
    }
}
