using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Reading;

/// <summary>What an operating system's own metadata say about a cloud's base image, as a block of the builder's component.</summary>
internal static class CloudSource
{
    /// <summary>The component with its source; one that its settings or blocks name already wins.</summary>
    public static Component Add(
        Component component, BuilderType type, OperatingSystemItem system, ComponentSchema schema, string builder, ReadingContext context)
    {
        if (type.Base is not { } source)
        {
            return component;
        }

        var item = system.Settings;
        if (source.Names.Any(name => component.Has(name)))
        {
            CloudSourceConflicts.Check(component, type, system, builder, context);
            return component;
        }

        switch (type.Provider)
        {
            case Providers.Aws when item.Find("AmiName") is not null || item.Find("AmiOwners") is not null:
                return With(component, Ami(system, schema, context));
            case Providers.Azure when item.Find("GalleryName") is not null:
                return With(component, Gallery(component, item, schema, context));
            default:
                context.ReportOnce(CloudDiagnostics.NoBaseImage(item.Origin, system.Name, builder, source.Instead), component.Name);
                return component;
        }
    }

    /// <summary>The newest AMI of that name and owner, of the system's architecture.</summary>
    private static SettingBlock? Ami(OperatingSystemItem system, ComponentSchema schema, ReadingContext context)
    {
        var item = system.Settings;
        if (item.Find("AmiName") is not { } name || item.Find("AmiOwners") is not { } owners)
        {
            var missing = item.Find("AmiName") is null ? "AmiName" : "AmiOwners";
            var origin = item.Find("AmiName")?.Origin ?? item.Find("AmiOwners")!.Origin;
            context.Report(CloudDiagnostics.IncompleteBaseImage(origin, item.Item.Name, "AmiName and AmiOwners", missing));
            return null;
        }

        var block = new BlockSettings(schema, AmazonEbs.Filter);
        var filters = new SettingValue.Map(
        [
            new("architecture", new SettingValue.Text(system.Architecture == Architecture.Default ? "x86_64" : system.Architecture)),
            new("name", name.Value),
            new("root-device-type", new SettingValue.Text("ebs")),
            new("virtualization-type", new SettingValue.Text("hvm")),
        ]);
        block.Add("filters", filters, name.Origin);
        block.Add("most_recent", new SettingValue.Flag(true), name.Origin);
        block.Add("owners", owners.Value, owners.Origin);
        return block.ToBlock(name.Origin);
    }

    /// <summary>An image of a gallery; it lies in the build's own subscription unless it is said.</summary>
    private static SettingBlock? Gallery(Component component, ItemSettings item, ComponentSchema schema, ReadingContext context)
    {
        foreach (var needed in (ReadOnlySpan<string>)["GalleryResourceGroup", "GalleryImageName"])
        {
            if (item.Find(needed) is null)
            {
                context.Report(CloudDiagnostics.IncompleteBaseImage(
                    item.Find("GalleryName")!.Origin, item.Item.Name, "GalleryName, GalleryResourceGroup and GalleryImageName", needed));
                return null;
            }
        }

        var block = new BlockSettings(schema, Azure.SourceGallery);
        block.Add("gallery_name", item.Find("GalleryName"));
        block.Add("image_name", item.Find("GalleryImageName"));
        block.Add("image_version", item.Find("GalleryImageVersion"));
        block.Add("resource_group", item.Find("GalleryResourceGroup"));
        block.Add(Azure.Subscription, item.Find("GallerySubscription") ?? component.Find(Azure.SubscriptionOfBuild));
        return block.ToBlock(item.Find("GalleryName")!.Origin);
    }

    private static Component With(Component component, SettingBlock? block) =>
        block is null ? component : component with { Blocks = component.Blocks.Add(block) };
}
