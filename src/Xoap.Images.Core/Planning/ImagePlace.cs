using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Where a variant's image is put, and how large its disk is: what an image that builds on it has to know beside its name. Secrets are not in it.</summary>
internal static class ImagePlace
{
    private static readonly string[] Attributes =
    [
        "region", "location", "zone", "project_id", "subscription_id", "managed_image_resource_group_name", "datacenter", "folder",
        "disk_size",
    ];

    private static readonly string[] Blocks = ["shared_image_gallery_destination"];

    /// <summary>By attribute: <c>region</c>, <c>shared_image_gallery_destination.gallery_name</c>; null: there is nothing to say.</summary>
    public static SortedDictionary<string, string>? Of(Component component)
    {
        var place = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("", component.Settings.Where(setting => Array.IndexOf(Attributes, setting.Name) >= 0));
        foreach (var block in component.Blocks.Where(block => Array.IndexOf(Blocks, block.Name) >= 0))
        {
            Add(block.Name + ".", block.Settings);
        }

        return place.Count == 0 ? null : place;

        void Add(string prefix, IEnumerable<Setting> settings)
        {
            foreach (var setting in settings)
            {
                if (setting.Value is SettingValue.Text or SettingValue.Number)
                {
                    place[prefix + setting.Name] = SettingText.Of(setting.Value);
                }
            }
        }
    }
}
