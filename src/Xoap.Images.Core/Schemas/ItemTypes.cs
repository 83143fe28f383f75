using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Schemas;

/// <summary>The item types of a project and their own metadata.</summary>
internal static class ItemTypes
{
    public const string PackageId = "PackageId";
    public const string PackageVersion = "PackageVersion";

    private static readonly SettingSchema Description = new("Description", SettingType.Text);
    private static readonly SettingSchema Labels = new("Labels", SettingType.TextList);
    private static readonly SettingSchema After = new("After", SettingType.TextList);
    private static readonly SettingSchema Before = new("Before", SettingType.TextList);
    private static readonly SettingSchema In = new("In", SettingType.Text);
    private static readonly SettingSchema Block = new("Block", SettingType.Text) { Enforced = true };
    private static readonly ImmutableArray<string> Platforms = [nameof(Platform.Linux), nameof(Platform.Windows)];
    private static readonly ImmutableArray<string> Architectures = ["x64", "arm64", "x86_64", "amd64", "aarch64"];

    public static ItemType Connection { get; } = new(
        "Connection", [Choice("Provider", Providers.All), Description, Labels]);

    public static ItemType Builder { get; } = new(
        "Builder",
        [new("Type", SettingType.Text) { Enforced = true }, new("Connection", SettingType.Text), new("TestConnection", SettingType.Text), Description, Labels]);

    public static ItemType BuilderBlock { get; } = new(
        "BuilderBlock", [new("Builder", SettingType.Text) { Enforced = true }, Block, In]);

    public static ItemType OperatingSystem { get; } = new(
        "OperatingSystem",
        [
            Choice("Platform", Platforms) with { Enforced = true },
            new("Version", SettingType.Text),
            Choice("Architecture", Architectures) with { Default = "x64" },
            new("Edition", SettingType.Text),
            new("Generation", SettingType.Text),
            Choice("Provider", Providers.All),
            new("Region", SettingType.Text),
            new("Builders", SettingType.TextList),
            new("DiskImage", SettingType.Text) { Format = SettingFormat.Path },
            new("Checksum", SettingType.Text),
            new("IsoPath", SettingType.Text),
            new("IsoFileName", SettingType.Text),
            new("IsoChecksum", SettingType.Text),
            new("Template", SettingType.Text),
            new("AmiName", SettingType.Text),
            new("AmiOwners", SettingType.TextList),
            new("GalleryName", SettingType.Text),
            new("GalleryResourceGroup", SettingType.Text),
            new("GallerySubscription", SettingType.Text),
            new("GalleryImageName", SettingType.Text),
            new("GalleryImageVersion", SettingType.Text),
            new("AnswerFile", SettingType.Text) { Format = SettingFormat.File, Plain = true },
            new("SetupFiles", SettingType.TextList) { Format = SettingFormat.Files, Plain = true },
            Choice("AnswerFileMedium", [InstallerMedia.Cd, InstallerMedia.Floppy, InstallerMedia.Http]),
            TemplateSettings.Templated,
            TemplateSettings.Variables,
            new("Deprecated", SettingType.Flag) { Default = "false" },
            new("EndOfLife", SettingType.Text),
            Description,
            Labels,
        ]);

    public static ItemType BaseImage { get; } = new(
        "BaseImage",
        [
            new("Records", SettingType.TextList) { Format = SettingFormat.Path, Enforced = true },
            new("ProjectPath", SettingType.Text),
            new("Pending", SettingType.Text),
            Description,
            Labels,
        ]);

    public static ItemType Provisioner { get; } = new(
        "Provisioner",
        [
            new("Type", SettingType.Text) { Enforced = true },
            Duration("Timeout"),
            new("MaxRetries", SettingType.Number) { Format = SettingFormat.Integer, Min = 0, Max = 1000, Impact = Impact.Effort },
            Duration("PauseBefore"),
            new("Groups", SettingType.TextList),
            After,
            Before,
            Choices("Platforms", Platforms),
            new("OperatingSystems", SettingType.TextList),
            Choices("Architectures", Architectures),
            Choices("Providers", Providers.All),
            Choice("Volatile", ["Never", "Daily", "Weekly", "Always"]),
            Description,
            Labels,
        ]);

    public static ItemType ProvisionerBlock { get; } = new(
        "ProvisionerBlock", [new("Provisioner", SettingType.Text) { Enforced = true }, Block, In]);

    public static ItemType ProvisionerGroup { get; } = new(
        "ProvisionerGroup",
        [
            new("Provisioners", SettingType.TextList),
            new("Roles", SettingType.TextList),
            After,
            Before,
            new("Seal", SettingType.Flag) { Default = "false" },
            Description,
            Labels,
        ]);

    public static ItemType ProvisionerRole { get; } = new(
        "ProvisionerRole", [new("Groups", SettingType.TextList), Description, Labels]);

    public static ItemType Application { get; } = new(
        "Application",
        [
            new("Package", SettingType.Text) { Format = SettingFormat.Files, Enforced = true, Plain = true },
            new("Arguments", SettingType.Text) { Plain = true },
            new("Groups", SettingType.TextList),
            Description,
            Labels,
        ]);

    public static ItemType ApplicationGroup { get; } = new(
        "ApplicationGroup",
        [new("Applications", SettingType.TextList), new("Roles", SettingType.TextList), Description, Labels]);

    public static ItemType ApplicationRole { get; } = new(
        "ApplicationRole", [new("Groups", SettingType.TextList), Description, Labels]);

    public static ItemType ImageTest { get; } = new(
        "ImageTest",
        [
            Choice("Framework", ["Pester", "Bats", "Tap", "JUnit"]),
            Choice("Phase", ["Test", "Build"]) with { Default = "Test" },
            Duration("Timeout") with { Default = "10m" },
            new("Files", SettingType.TextList) { Format = SettingFormat.Files },
            new("Results", SettingType.Text),
            ShellSettings.EnvironmentVariables,
            new("RunAs", SettingType.Text),
            new("ElevatedUser", SettingType.Text) { Refers = true },
            new("ElevatedPassword", SettingType.Text) { Refers = true, Secret = true },
            new("UsePwsh", SettingType.Flag) { Default = "false" },
            new("Roles", SettingType.TextList),
            new("Groups", SettingType.TextList),
            new("Provisioners", SettingType.TextList),
            new("Tags", SettingType.TextList),
            Choices("Platforms", Platforms),
            new("OperatingSystems", SettingType.TextList),
            Choices("Architectures", Architectures),
            Choices("Providers", Providers.All),
            new("Builders", SettingType.TextList),
            Description,
            Labels,
        ]);

    public static ImmutableArray<ItemType> All { get; } =
    [
        Connection, Builder, BuilderBlock, OperatingSystem, BaseImage, Provisioner, ProvisionerBlock, ProvisionerGroup, ProvisionerRole,
        Application, ApplicationGroup, ApplicationRole, ImageTest,
    ];

    /// <summary>Names that never reach a component from an item's own metadata.</summary>
    public static ImmutableArray<string> Reserved { get; } =
    [
        "Type", "Connection", "Timeout", "MaxRetries", "PauseBefore", "Description", "Labels", "Groups", "After", "Before",
        "Platforms", "OperatingSystems", "Architectures", "Providers", "Volatile", "Layer", "Seal", "Templated",
    ];

    /// <summary>What packages stamp on the items that they bring, of any type: the origin of an item, no metadata of it.</summary>
    public static ImmutableArray<string> Stamps { get; } = [PackageId, PackageVersion];

    private static SettingSchema Duration(string name) =>
        new(name, SettingType.Text) { Format = SettingFormat.Duration, Impact = Impact.Effort };

    private static SettingSchema Choice(string name, ImmutableArray<string> allowed) =>
        new(name, SettingType.Text) { Allowed = allowed, AllowedStrict = true, AllowedIgnoreCase = true };

    private static SettingSchema Choices(string name, ImmutableArray<string> allowed) =>
        new(name, SettingType.TextList) { Allowed = allowed, AllowedStrict = true, AllowedIgnoreCase = true };
}
