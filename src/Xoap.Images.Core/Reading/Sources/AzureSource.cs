using System.Globalization;
using Xoap.Images.Model;

namespace Xoap.Images.Reading.Sources;

/// <summary>
/// An image of ours in Azure as a source: a version in a gallery, or a managed image. Packer's id names one of them; where it is the
/// managed image's, the gallery, which serves every region, is known from where the build put it.
/// </summary>
internal static class AzureSource
{
    private const string Gallery = "shared_image_gallery_destination.";

    public static IReadOnlyList<(string Name, string Value)>? Of(BuiltImage image, string name)
    {
        var id = image.Artifacts is [{ Id: { } first }, ..] ? Parts(first) : [];
        var place = image.Place;
        if ((id.GetValueOrDefault("galleries") ?? place.GetValueOrDefault(Gallery + "gallery_name")) is { } gallery
            && (id.GetValueOrDefault("galleries") is null ? place.GetValueOrDefault(Gallery + "image_name") : id.GetValueOrDefault("images")) is { } definition
            && (place.GetValueOrDefault(Gallery + "resource_group") ?? id.GetValueOrDefault("resourcegroups")) is { } group)
        {
            return
            [
                ("GalleryName", gallery),
                ("GalleryResourceGroup", group),
                ("GalleryImageName", definition),
                ("GalleryImageVersion", id.GetValueOrDefault("versions") ?? string.Create(CultureInfo.InvariantCulture, $"1.0.{image.Version}")),
                .. Subscription(id, place),
            ];
        }

        return (id.GetValueOrDefault("resourcegroups") ?? place.GetValueOrDefault("managed_image_resource_group_name")) is { } managed
            ? [("CustomManagedImageName", id.GetValueOrDefault("images") ?? name), ("CustomManagedImageResourceGroupName", managed)]
            : null;
    }

    private static (string Name, string Value)[] Subscription(Dictionary<string, string> id, IReadOnlyDictionary<string, string> place) =>
        (id.GetValueOrDefault("subscriptions") ?? place.GetValueOrDefault(Gallery + "subscription") ?? place.GetValueOrDefault("subscription_id"))
            is { } subscription ? [("GallerySubscription", subscription)] : [];

    /// <summary><c>/subscriptions/S/resourceGroups/G/providers/Microsoft.Compute/images/I</c> by its names in lower case.</summary>
    private static Dictionary<string, string> Parts(string id)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var words = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var index = 0; id.StartsWith('/') && index + 1 < words.Length; index += 2)
        {
            parts[words[index]] = words[index + 1];
        }

        return parts;
    }
}
