using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading.Sources;

/// <summary>Problems of what a builder starts from.</summary>
internal static class SourceDiagnostics
{
    public static Diagnostic KindDoesNotFit(Origin origin, string system, string metadatum, string builder, string expected) =>
        Diagnostic.Error(
            "XIMG1170",
            origin,
            $"OperatingSystem '{system}' has a source that builder {builder} cannot start from: {metadatum}. It takes {expected}; write that, too, or in an item of the same name with Builders.");

    public static Diagnostic PlaceDoesNotFit(
        Origin origin, string system, string metadatum, string source, string builder, string expected) => Diagnostic.Error(
        "XIMG1171",
        origin,
        $"{metadatum} of OperatingSystem '{system}' makes '{source}', which builder {builder} cannot reach. It takes {expected}; write that, or write it in an item of the same name with Builders.");

    public static Diagnostic SourceIsHidden(Origin origin, string builder, string own, string metadatum, string system) => Diagnostic.Warning(
        "XIMG1173",
        origin,
        $"Builder {builder} starts from its own {own}, so {metadatum} of OperatingSystem '{system}' is not used. Remove one of them, or keep the operating system's away from this builder with Builders.");

    public static Diagnostic AlgorithmUnknown(Origin origin, string algorithm, string component, IEnumerable<string> known) =>
        Diagnostic.Error(
            "XIMG1172",
            origin,
            $"Packer's {component} cannot check {algorithm}. Write a checksum of {string.Join(" or ", known)}.");
}
