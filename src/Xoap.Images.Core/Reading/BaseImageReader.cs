using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading.Sources;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>BaseImage items: images of ours as operating systems, in the words of an OperatingSystem item.</summary>
internal sealed class BaseImageReader(ProjectItems items, ImageSource source, ReadingContext context)
{
    private readonly SettingReader _reader = new(context);

    public IReadOnlyList<string> Names { get; } = [.. items.NamesOf(ItemTypes.BaseImage).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Reports what is wrong with the items themselves.</summary>
    public void Check()
    {
        foreach (var item in items.Of(ItemTypes.BaseImage))
        {
            var settings = _reader.Read(item, Vocabulary.Of(ItemTypes.BaseImage));
            _reader.HasEnforced(settings, ItemTypes.BaseImage);
            if (items.Of(ItemTypes.OperatingSystem).FirstOrDefault(system => string.Equals(system.Name, item.Name, StringComparison.OrdinalIgnoreCase)) is { } other)
            {
                context.Report(BaseImageDiagnostics.NameOfBoth(other.Origin, other.Name));
            }
        }
    }

    public Origin OriginOf(string name) => ItemOf(name).Origin;

    /// <summary>The base image as the operating system of one builder; null: none fits, which was reported if it has to be.</summary>
    public OperatingSystemItem? For(string name, Item builder, BuilderType type, string? region)
    {
        var item = ItemOf(name);
        if (!source.BaseImages.TryGetValue(item.Name, out var images))
        {
            return null; // Its records could not be read, which was reported.
        }

        if (BaseImageChoice.For(builder.Name, type.Component, region, images) is { } image)
        {
            return System(item, image, BuiltSources.Of(image, type.Component, region)!) with
            {
                Base = new Ancestor(image.Name, image.Version, image.Builder, ArtifactText.Of(image, region), image.Package, image.PackageVersion),
                BaseFiles = [.. image.Artifacts.Where(artifact => artifact.Sha256 is not null)],
                MissingBase = image.WasBuilt ? image.Missing : "",
            };
        }

        if (type.NeedsOperatingSystem)
        {
            context.Report(BaseImageDiagnostics.NoBaseFits(builder.Origin, builder.Name, type.Name, item.Name, images.Select(BaseImageChoice.Text)));
            return null;
        }

        // A builder without a source of its own still has to know what its guest is.
        return images.Length > 0 ? System(item, images[0], []) : null;
    }

    private Item ItemOf(string name) =>
        items.Of(ItemTypes.BaseImage).First(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));

    private OperatingSystemItem System(Item item, BuiltImage image, IReadOnlyList<(string Name, string Value)> built)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in built)
        {
            metadata[name] = MsBuildText.Escape(value);
        }

        if (image.System is { } system)
        {
            metadata["Platform"] = system.Platform.ToString();
            metadata["Version"] = MsBuildText.Escape(system.Version);
            metadata["Architecture"] = MsBuildText.Escape(system.Architecture);
            metadata["Edition"] = MsBuildText.Escape(system.Edition ?? "");
            metadata["EndOfLife"] = MsBuildText.Escape(system.EndOfLife ?? "");
        }

        var written = new Item(ItemTypes.OperatingSystem.Name, item.Name, metadata, new Dictionary<string, string>(), item.Origin);
        return new OperatingSystemItem(_reader.ReadOurs(written, ItemTypes.OperatingSystem)) { SystemName = image.System?.Name ?? item.Name };
    }
}
