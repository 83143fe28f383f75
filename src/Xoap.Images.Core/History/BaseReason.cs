using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.History;

/// <summary>Says which versions a changed base image had and has.</summary>
internal static class BaseReason
{
    public static ImmutableArray<string> Tell(ImmutableArray<string> changes, Ancestor? before, Ancestor? now)
    {
        if (before is null || now is null || before.Name != now.Name)
        {
            return changes;
        }

        var changed = SourceIdentity.BaseImageLabel(now) + " changed";
        return [.. changes.Select(change => change == changed ? $"{change} ({Text(before)} -> {Text(now)})" : change)];
    }

    private static string Text(Ancestor image)
    {
        var version = image.Version == Ancestor.NeverBuilt ? "not built yet" : string.Create(CultureInfo.InvariantCulture, $"v{image.Version}");
        return image.Package is null ? version : $"{version} in {image.Package} {image.PackageVersion}";
    }
}
