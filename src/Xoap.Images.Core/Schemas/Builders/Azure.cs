using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Builders;

/// <summary>Images made from a virtual machine of Azure: a managed image, or a version of an image in a gallery.</summary>
internal static class Azure
{
    public const string Component = "azure-arm";
    public const string Gallery = "shared_image_gallery_destination";
    public const string SourceGallery = "shared_image_gallery";
    public const string Subscription = "subscription";
    public const string SubscriptionOfBuild = "subscription_id";
    public const string ManagedGroup = "managed_image_resource_group_name";
    public const string ManagedName = "managed_image_name";

    private const string User = "packer";
    private const string OsType = "os_type";

    private static readonly ImmutableArray<SettingAlias> Aliases =
    [
        new("Region", "location"), new("InstanceType", "vm_size"), new("DiskSizeGB", "os_disk_size_gb"),
    ];

    private static readonly ImmutableArray<ManagedAttribute> Sets = [new(OsType, "write Platform on the OperatingSystem")];

    private static readonly ImmutableArray<PlatformDefault> Defaults =
    [
        .. PlatformDefault.Remote(User, User), new(Platform.Windows, OsType, "Windows"), new(Platform.Linux, OsType, "Linux"),
    ];

    private static readonly TagAttribute Tags =
        new("azure_tags", "names without < > % & \\ ? /") { Forbidden = "<>%&\\?/" };

    private static readonly BaseImage Base = new(
        ["image_publisher", "image_url", "custom_managed_image_name", SourceGallery],
        "ImagePublisher=\"…\", ImageOffer=\"…\" and ImageSku=\"…\", CustomManagedImageName=\"…\" with its resource group, or GalleryName=\"…\"");

    public static BuilderType AzureManaged { get; } = new(nameof(AzureManaged), Component, Providers.Azure)
    {
        Aliases = Aliases,
        Names = [new(ManagedName, NamedAttribute.NameAndVersion)],
        Sets = Sets,
        Defaults = Defaults,
        Tags = Tags,
        Base = Base,
    };

    /// <summary>The gallery's version is N.N.N; a managed image is made on the way only where a resource group for it is given.</summary>
    public static BuilderType AzureGallery { get; } = new(nameof(AzureGallery), Component, Providers.Azure)
    {
        Aliases = Aliases,
        Names =
        [
            new("image_version", "1.0.{version}") { Block = Gallery },
            new(ManagedName, NamedAttribute.NameAndVersion) { Beside = ManagedGroup },
        ],
        Sets = Sets,
        Defaults = Defaults,
        Tags = Tags,
        Base = Base,
    };
}
