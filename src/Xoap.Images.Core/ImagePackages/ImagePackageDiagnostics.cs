using Xoap.Images.Diagnostics;

namespace Xoap.Images.ImagePackages;

/// <summary>Problems of packing an image's records.</summary>
internal static class ImagePackageDiagnostics
{
    public static Diagnostic NothingBuilt(Origin origin, string image) => Diagnostic.Error(
        "XIMG3900",
        origin,
        $"The image '{image}' has never been built, so there is nothing to pack: build it first. An image that nobody shall build on is left out of packing with <IsPackable>false</IsPackable>.");

    public static Diagnostic VariantNotBuilt(Origin origin, string image, string builder) => Diagnostic.Warning(
        "XIMG3901",
        origin,
        $"The image '{image}' has never been built on '{builder}', so the package says nothing of it. Build it there first if others shall start from it.");

    public static Diagnostic Stale(Origin origin, string image, string builder, string reasons) => Diagnostic.Warning(
        "XIMG3902",
        origin,
        $"The newest image '{image}' of '{builder}' is not what the project says now ({reasons}). It is packed as it was built; build it again if the package shall have the change.");

    public static Diagnostic VersionIsNotTheImages(Origin origin, string property, string version, int image) => Diagnostic.Error(
        "XIMG3903",
        origin,
        $"{property} is '{version}', but the third number of an image package's version is the version of the image in it: {image}. Leave {property} out and set VersionPrefix to say the first two numbers; VersionSuffix names a channel.");

    public static Diagnostic BadPrefix(Origin origin, string prefix) => Diagnostic.Error(
        "XIMG3904",
        origin,
        $"VersionPrefix is '{prefix}', but the first two numbers of an image package's version come from it. Write two or three numbers, such as 2.1.0.");
}
