using Xoap.Images.Model;
using Xoap.Images.Reading.Sources;

namespace Xoap.Images.Reading;

/// <summary>Which variant of a base image a builder starts from.</summary>
internal static class BaseImageChoice
{
    /// <summary>The one of the builder's own name, else of its component and region, else any that its component can start from.</summary>
    public static BuiltImage? For(string builder, string component, string? region, IReadOnlyCollection<BuiltImage> images) => images
        .Where(image => BuiltSources.Of(image, component, region) is not null)
        .OrderBy(image => string.Equals(image.Builder, builder, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .ThenBy(image => image.Component == component ? 0 : 1)
        .ThenBy(image => region is null || string.Equals(RegionOf(image), region, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .FirstOrDefault();

    /// <summary>What it was built for: <c>aws (AmazonEbs, eu-west-1)</c>.</summary>
    public static string Text(BuiltImage image)
    {
        var amis = image.Artifacts.SelectMany(artifact => artifact.Id.Split(',')).Where(id => id.Contains(":ami-", StringComparison.Ordinal));
        var regions = amis.Select(id => id[..id.IndexOf(':', StringComparison.Ordinal)]);
        return $"{image.Builder} ({string.Join(", ", regions.Prepend(image.Type))})";
    }

    private static string? RegionOf(BuiltImage image) =>
        image.Place.GetValueOrDefault("region") ?? image.Place.GetValueOrDefault("location") ?? image.Place.GetValueOrDefault("zone");
}
