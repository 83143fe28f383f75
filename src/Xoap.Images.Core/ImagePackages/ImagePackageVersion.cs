using System.Globalization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.ImagePackages;

/// <summary>
/// The version of an image package: major and minor are the project's, the third number is the image's version, and a suffix is a
/// channel. Version 7 of an image with VersionPrefix 2.1.0 is 2.1.7; in the channel <c>test</c>, 2.1.7-test.
/// </summary>
internal static class ImagePackageVersion
{
    /// <summary>Null when there is none; that was reported.</summary>
    /// <param name="image">The image's version.</param>
    /// <param name="version">The property Version, which is prefix and suffix unless somebody set it.</param>
    /// <param name="packageVersion">The property PackageVersion, which is Version unless somebody set it.</param>
    public static string? Of(int image, string prefix, string suffix, string version, string packageVersion, DiagnosticBag diagnostics)
    {
        var usual = suffix.Length == 0 ? prefix : $"{prefix}-{suffix}";
        if (packageVersion != usual)
        {
            return Explicit(packageVersion, packageVersion == version ? "Version" : "PackageVersion", image, diagnostics);
        }

        if (prefix.Split('.') is not [var major, var minor, ..] || !IsNumber(major) || !IsNumber(minor))
        {
            diagnostics.Add(ImagePackageDiagnostics.BadPrefix(Origin.Property("VersionPrefix"), prefix));
            return null;
        }

        var number = string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{image}");
        return suffix.Length == 0 ? number : $"{number}-{suffix}";
    }

    private static string? Explicit(string version, string property, int image, DiagnosticBag diagnostics)
    {
        var core = version.Split('-', '+')[0].Split('.');
        if (core is [_, _, var patch] && patch == image.ToString(CultureInfo.InvariantCulture))
        {
            return version;
        }

        diagnostics.Add(ImagePackageDiagnostics.VersionIsNotTheImages(Origin.Property(property), property, version, image));
        return null;
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
