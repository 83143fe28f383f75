using Xoap.Images.Diagnostics;

namespace Xoap.Images.Rendering;

/// <summary>Problems of DSC configurations, as their contents show them.</summary>
internal static class DscDiagnostics
{
    public static Diagnostic NoConfiguration(Origin origin, string path) => Diagnostic.Error(
        "XIMG3062", origin, $"'{path}' has no configuration. Expected a block: configuration Name {{ … }}.");

    public static Diagnostic UnknownConfiguration(
        Origin origin, string path, string name, string suggestion, IEnumerable<string> known) => Diagnostic.Error(
        "XIMG3063", origin, $"'{path}' has no configuration '{name}'.{suggestion} It has: {string.Join(", ", known)}.");

    public static Diagnostic SeveralConfigurations(Origin origin, string path, IEnumerable<string> known) => Diagnostic.Error(
        "XIMG3064",
        origin,
        $"'{path}' has several configurations: {string.Join(", ", known)}. Write ConfigurationName with the one to apply.");

    public static Diagnostic NoDocument(Origin origin, string path) => Diagnostic.Error(
        "XIMG3065",
        origin,
        $"'{path}' is no DSC configuration. Expected a script (.ps1), a compiled configuration (.mof), or a folder with compiled ones.");
}
