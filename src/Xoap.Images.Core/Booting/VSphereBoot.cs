using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Booting;

/// <summary>A machine or template starts as a clone, which the plugin destroys behind the run; its hardware is the image's.</summary>
internal static class VSphereBoot
{
    private const string Clone = "vsphere-clone";
    private const string Library = "content_library_destination";
    private const string Destroy = "destroy";
    private const string Network = "network";
    private const string Shutdown = "shutdown_command";

    public static Component? Of(BootDraft draft)
    {
        if (!draft.CreatesNothing(Clone, Destroy))
        {
            return null;
        }

        if (IsOnlyInLibrary(draft.Component))
        {
            draft.Diagnostics.Add(BootDiagnostics.NothingBoots(
                draft.Origin, draft.Builder, "The image is kept in a content library alone, and Packer clones machines and templates"));
            return null;
        }

        if (draft.Source(Clone) is not { } source)
        {
            return null;
        }

        var boot = draft.KeepOnly(
                Clone, "cluster", "datacenter", "datastore", "datastore_cluster", "folder", "host", "insecure_connection", "ip_*", Network,
                "password", "resource_pool", "set_host_for_datastore_uploads", "shutdown_timeout", "username", "vcenter_server")
            .With("template", source["Template"], draft)
            .With(Destroy, true, draft)
            .With("notes", $"{TagAttribute.Image}: test of {draft.Image.Name}", draft)
            .Named("vm_name", draft);
        boot = draft.Component.IsOn("create_snapshot") ? boot.With("linked_clone", true, draft) : boot;
        boot = NetworkOf(draft.Component) is { } network ? boot.With(Network, network, draft) : boot;

        // Without a command the plugin asks VMware Tools, and fails where the guest has none.
        return draft.Component.Text(Shutdown) is { } command && !command.Contains("sysprep", StringComparison.OrdinalIgnoreCase)
            ? boot.With(Shutdown, command, draft)
            : boot;
    }

    private static bool IsOnlyInLibrary(Component component) => component.Blocks.Any(block => block.Name == Library)
        && (component.IsOn(Destroy) || component.Blocks.Any(block =>
            block.Name == Library && block.Settings.Any(setting => setting is { Name: Destroy, Value: SettingValue.Flag { Value: true } })));

    /// <summary>An installed machine says it of each card, a clone of its first.</summary>
    private static SettingValue? NetworkOf(Component component) => component.Blocks
        .FirstOrDefault(block => block.Name == "network_adapters")?.Settings.FirstOrDefault(setting => setting.Name == Network)?.Value;
}
