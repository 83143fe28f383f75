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

    public static Diagnostic NoReference(Origin origin, string setting, string text, string instead) => Diagnostic.Warning(
        "XIMG1032", origin, $"'{text}' in '{setting}' is no reference to a secret, so that it arrives as it is written. {instead}.");

    public static Diagnostic UpdatesNothing(Origin origin, string type, string name, string suggestion) => Diagnostic.Warning(
        "XIMG1033", origin, $"This changes the {type} '{name}', but there is none of that name.{suggestion} Correct the name, or write Include.");

    public static Diagnostic RemovesNothing(Origin origin, string type, string name, string suggestion) => Diagnostic.Warning(
        "XIMG1036", origin, $"This takes the {type} '{name}' out, but there is none of that name.{suggestion} Correct the name, or delete the line.");

    public static Diagnostic OwnTag(Origin origin, string tag) => Diagnostic.Error(
        "XIMG1034", origin, $"The tag '{tag}' is the SDK's own: it marks its images with it. Give yours another name.");

    public static Diagnostic SplitKeystrokes(Origin origin, string entry) => Diagnostic.Warning(
        "XIMG1035", origin, $"'{entry}' ends where ';' begins the next entry, since a backslash escapes nothing in MSBuild. For a ';' in the text write %3B.");
}
