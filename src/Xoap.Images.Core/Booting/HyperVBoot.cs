using Xoap.Images.Model;

namespace Xoap.Images.Booting;

/// <summary>An exported machine is imported as a copy, which is removed behind the run.</summary>
internal static class HyperVBoot
{
    private const string Clone = "hyperv-vmcx";

    public static Component? Of(BootDraft draft) => draft.Source(Clone) is not { } source
        ? null
        : draft.Keep(Clone, "boot_order", "clone_*", "differencing_disk", "disk_*", "first_boot_device")
            .With("clone_from_vmcx_path", source["DiskImage"], draft)
            .With("skip_compaction", true, draft)
            .With("skip_export", true, draft)
            .Named("vm_name", draft)
            .InRunFolder(draft);
}
