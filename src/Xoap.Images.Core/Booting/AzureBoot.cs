using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Schemas;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Booting;

/// <summary>A version in a gallery, or a managed image, starts as a machine in a resource group of its own, of which no image is made.</summary>
internal static class AzureBoot
{
    /// <summary>How a guest is reached that gets no account from Packer.</summary>
    private static readonly string[] Credentials = ["ssh_password", "ssh_private_key_file", "winrm_password"];

    public static Component? Of(BootDraft draft)
    {
        if (!draft.CreatesNothing(Azure.Component, "skip_create_image"))
        {
            return null;
        }

        if (SealStep.IsSpecialized(draft.Plan.Variant) && !Credentials.Any(name => draft.Component.Find(name) is not null))
        {
            draft.Diagnostics.Add(BootDiagnostics.NothingBoots(
                draft.Origin,
                draft.Builder,
                $"A specialized image keeps its accounts, and none of {string.Join(", ", Credentials.Select(SettingName.ToMetadata))} is given"));
            return null;
        }

        if (draft.Source(Azure.Component) is not { } source)
        {
            return null;
        }

        var boot = draft.Keep(
                Azure.Component, "capture_*", "custom_managed_image_*", "disk_additional_*", "image_*", "keep_os_disk", "managed_image_*",
                "resource_group_name", "shared_gallery_*", "shared_image_*", "storage_account", "temp_*")
            .With("skip_create_image", true, draft)
            .Tagged("azure_tags", Azure.AzureManaged.Tags!, draft);
        return source.TryGetValue("CustomManagedImageName", out var managed)
            ? boot.With("custom_managed_image_name", managed, draft)
                .With("custom_managed_image_resource_group_name", source["CustomManagedImageResourceGroupName"], draft)
            : boot with { Blocks = boot.Blocks.Insert(0, Gallery(draft, source)) };
    }

    /// <summary>It lies in the build's own subscription unless its record says another.</summary>
    private static SettingBlock Gallery(BootDraft draft, IReadOnlyDictionary<string, string> source)
    {
        var settings = ImmutableArray.CreateBuilder<Setting>();
        Add("gallery_name", source["GalleryName"]);
        Add("image_name", source["GalleryImageName"]);
        Add("image_version", source["GalleryImageVersion"]);
        Add("resource_group", source["GalleryResourceGroup"]);
        if (source.TryGetValue("GallerySubscription", out var subscription))
        {
            Add(Azure.Subscription, subscription);
        }
        else if (draft.Component.Find(Azure.SubscriptionOfBuild) is { } own)
        {
            settings.Add(own with { Name = Azure.Subscription });
        }

        return new SettingBlock(Azure.SourceGallery, settings.ToImmutable(), [], draft.Origin);

        void Add(string name, string text) => settings.Add(new Setting(name, new SettingValue.Text(text), Impact.Effort, draft.Origin));
    }
}
