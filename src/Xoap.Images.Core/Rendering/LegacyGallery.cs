using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Rendering;

/// <summary>
/// Packer's bundled azure-arm fills a gallery only from a managed image, which it keeps, and wants the gallery's subscription and the
/// regions spelt out; the plugin does without.
/// </summary>
internal static class LegacyGallery
{
    public static void Write(TemplateDraft draft)
    {
        var component = draft.Plan.Variant.Component;
        if (!Applies(draft) || component.Find(Azure.ManagedGroup) is not null
            || Destination(component)?.Settings.FirstOrDefault(setting => setting.Name == "resource_group") is not { } group)
        {
            return;
        }

        draft.Template.Attribute(Azure.ManagedGroup, draft.Hcl(group.Value, group.Origin));
        foreach (var name in Azure.AzureGallery.Names.Where(name => name.Beside == Azure.ManagedGroup))
        {
            draft.Template.Attribute(name.Attribute, ImageNames.Value(draft, name));
        }
    }

    public static void Write(TemplateDraft draft, SettingBlock block)
    {
        var component = draft.Plan.Variant.Component;
        if (!Applies(draft) || block != Destination(component))
        {
            return;
        }

        if (!Has("replication_regions") && component.Find("location") is { } location)
        {
            draft.Template.Attribute("replication_regions", new HclValue.List([draft.Hcl(location.Value, location.Origin)]));
        }

        if (!Has(Azure.Subscription) && component.Find(Azure.SubscriptionOfBuild) is { } subscription)
        {
            draft.Template.Attribute(Azure.Subscription, draft.Hcl(subscription.Value, subscription.Origin));
        }

        bool Has(string attribute) => block.Settings.Any(setting => setting.Name == attribute);
    }

    private static bool Applies(TemplateDraft draft) =>
        draft.Plan.Variant.Type == Azure.AzureGallery.Name && !draft.Profile.Can(PackerCapability.RequiredPlugins);

    private static SettingBlock? Destination(Component component) =>
        component.Blocks.FirstOrDefault(block => block.Name == Azure.Gallery);
}
