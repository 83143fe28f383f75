using Xoap.Images.Model;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Booting;

/// <summary>An image starts as an instance of Compute Engine, of which no image is made; its disk goes with it.</summary>
internal static class GoogleBoot
{
    private const string Component = "googlecompute";

    public static Component? Of(BootDraft draft)
    {
        if (!draft.CreatesNothing(Component, "skip_create_image") || draft.Source(Component) is not { } source)
        {
            return null;
        }

        var boot = draft.Keep(
                Component, "delete_at", "deprecate_at", "disk_attachment", "disk_name", "image_*", "instance_name", "obsolete_at", "source_image*")
            .With("source_image", source["SourceImage"], draft)
            .With("skip_create_image", true, draft)
            .Tagged("labels", GoogleCompute.Type.Tags!, draft);
        return (draft.Component.Text("image_project_id") ?? source.GetValueOrDefault("SourceImageProjectId")) is { } project
            ? boot.With("source_image_project_id", new SettingValue.List([new SettingValue.Text(project)]), draft)
            : boot;
    }
}
