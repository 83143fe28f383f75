using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Problems with what a cloud's builder starts from.</summary>
internal static class CloudDiagnostics
{
    public static Diagnostic NoBaseImage(Origin origin, string system, string builder, string expected) => Diagnostic.Error(
        "XIMG1150",
        origin,
        $"Operating system '{system}' does not say which image builder '{builder}' starts from. Write {expected}.");

    public static Diagnostic IncompleteBaseImage(Origin origin, string system, string together, string missing) => Diagnostic.Error(
        "XIMG1151",
        origin,
        $"Operating system '{system}' has no {missing}, but its image is named by {together} together. Write {missing}=\"…\" too.");

    public static Diagnostic TwoBaseImages(Origin origin, string builder, string first, string second) => Diagnostic.Error(
        "XIMG1152",
        origin,
        $"Builder {builder} could start from either of two images: {first} and {second} name one each. Keep one, or move one to a second item of the same name with Builders.");

    public static Diagnostic ForeignSource(Origin origin, string system, string metadatum, string provider, string readers) => Diagnostic.Error(
        "XIMG1153",
        origin,
        $"OperatingSystem '{system}' has {metadatum}, which only builders for {provider} read, but its item is for {readers}. Remove it, or move it to an item of the same name for {provider}.");
}
