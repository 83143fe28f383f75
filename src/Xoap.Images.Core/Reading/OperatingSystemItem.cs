using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using OperatingSystem = Xoap.Images.Model.OperatingSystem;

namespace Xoap.Images.Reading;

/// <summary>One OperatingSystem item: a source of an operating system for some builders.</summary>
internal sealed record OperatingSystemItem(ItemSettings Settings)
{
    /// <summary>The image of ours that it is; null: an OperatingSystem of the project's own.</summary>
    public Ancestor? Base { get; init; }

    /// <inheritdoc cref="OperatingSystem.BaseFiles"/>
    public ImmutableArray<BuiltArtifact> BaseFiles { get; init; } = [];

    /// <inheritdoc cref="OperatingSystem.MissingBase"/>
    public string? MissingBase { get; init; }

    /// <summary>What the operating system is called, also where the item is an image of ours that has it inside.</summary>
    public string SystemName { get; init; } = Settings.Item.Name;

    public string Name => Settings.Item.Name;

    public Platform Platform => Settings.Text("Platform") == nameof(Platform.Windows) ? Platform.Windows : Platform.Linux;

    public string? Provider => Settings.Text("Provider");

    public string? Region => Settings.Text("Region");

    public string Architecture => Reading.Architecture.Normal(Settings.Text("Architecture") ?? Reading.Architecture.Default);

    public ImmutableArray<string> Builders => Settings.Texts("Builders");

    /// <summary>How narrowly the item says where it fits.</summary>
    public int Specificity => (Provider is null ? 0 : 1) + (Region is null ? 0 : 1) + (Builders.IsEmpty ? 0 : 1);

    public bool Fits(string builder, string provider, string? region) =>
        (Provider is null || provider == Providers.Any || Same(Provider, provider))
        && (Region is null || (region is not null && Same(Region, region)))
        && (Builders.IsEmpty || Builders.Contains(builder, StringComparer.OrdinalIgnoreCase));

    public string Identity => IdentityOf(Settings.Item);

    /// <summary>What has to differ between items of one name.</summary>
    public static string IdentityOf(Item item) => string.Join(
        '\n', item.Name, Text(item, "Provider"), Text(item, "Region"), Text(item, "Builders"));

    /// <param name="component">The builder that starts from it.</param>
    public OperatingSystem ToModel(string? source, string? checksum, ComponentSchema component) => new(
        SystemName,
        Platform,
        Settings.Text("Version") ?? "",
        Architecture,
        source,
        checksum,
        Settings.Origin)
    {
        Edition = Settings.Text("Edition") ?? "",
        Installer = InstallerSettings.Of(Settings, component, Platform),
        EndOfLife = Settings.Text("EndOfLife"),
        Base = Base,
        BaseFiles = BaseFiles,
        MissingBase = MissingBase,
    };

    private static string Text(Item item, string name) => item.Metadata.TryGetValue(name, out var value) ? value : "";

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
