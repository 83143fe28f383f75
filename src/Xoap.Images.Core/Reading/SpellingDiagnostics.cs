using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Names that MSBuild lets anyone make up, and that are nearly one of ours.</summary>
internal static class SpellingDiagnostics
{
    public static Diagnostic MisspeltItemType(Origin origin, string type, string closest) => Diagnostic.Warning(
        "XIMG1030",
        origin,
        $"Nothing uses items of the type '{type}'. Did you mean '{closest}'? If it is an item type of your own, give it a name that is less like it.");

    public static Diagnostic MisspeltProperty(Origin origin, string property, string closest) => Diagnostic.Warning(
        "XIMG1031",
        origin,
        $"Nothing uses the property '{property}'. Did you mean '{closest}'? If it is a property of your own, give it a name that is less like it.");
}
