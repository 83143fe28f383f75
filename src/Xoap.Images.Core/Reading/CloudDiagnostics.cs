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
}
