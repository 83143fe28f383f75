using Xoap.Images.Model;

namespace Xoap.Images.Booting;

/// <summary>An image of Prism Central becomes the disk of a machine, which is deleted with it; no image is made of that.</summary>
internal static class NutanixBoot
{
    private const string Component = "nutanix";

    public static Component? Of(BootDraft draft)
    {
        if (!draft.CreatesNothing(Component, "image_skip") || draft.Source(Component) is not { } source)
        {
            return null;
        }

        var boot = draft.Keep(
                Component, "allow_duplicate_images", "boot_priority", "fail_if_image_exists", "force_deregister", "image_*", "ova", "template",
                "vm_clean", "vm_disks", "vm_retain")
            .With("image_skip", true, draft)
            .With("vm_force_delete", true, draft)
            .Named("vm_name", draft);
        return boot with
        {
            Blocks = boot.Blocks.Insert(0, new SettingBlock(
                "vm_disks",
                [Text("image_type", "DISK_IMAGE"), Text("source_image_name", source["Template"])],
                [],
                draft.Origin)),
        };

        Setting Text(string name, string text) => new(name, new SettingValue.Text(text), Impact.Effort, draft.Origin);
    }
}
