using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Values that a Packer component refuses, and names that it does not take any more.</summary>
internal static class LimitDiagnostics
{
    public static Diagnostic SettingIsGone(Origin origin, string setting, string component, string lastVersion) => Diagnostic.Error(
        "XIMG1050",
        origin,
        $"'{setting}' is gone from Packer's {component}: version {lastVersion} of the plugin was the last that had it. Remove it, and look for its successor in the component's documentation.");

    public static Diagnostic SettingIsRefused(Origin origin, string setting, string component) => Diagnostic.Error(
        "XIMG1051", origin, $"'{setting}' is refused by Packer's {component}, whatever its value. Remove it.");

    public static Diagnostic WrongForm(Origin origin, string setting, string value, string expected) =>
        Diagnostic.Error("XIMG1052", origin, $"'{setting}' is '{value}', but takes {expected}.");

    public static Diagnostic WrongLength(Origin origin, string setting, int length, string expected) =>
        Diagnostic.Error("XIMG1053", origin, $"'{setting}' has {length} characters, but takes {expected}.");

    public static Diagnostic TooManyEntries(Origin origin, string setting, int count, int most) =>
        Diagnostic.Error("XIMG1054", origin, $"'{setting}' has {count} entries, but takes at most {most}. Remove some.");

    public static Diagnostic NotAMultiple(Origin origin, string setting, string value, string step) =>
        Diagnostic.Error("XIMG1055", origin, $"'{setting}' is {value}, but has to be a multiple of {step}.");

    public static Diagnostic RestartOutlastsStep(Origin origin, string restart, string limit, string timeout) => Diagnostic.Warning(
        "XIMG1026",
        origin,
        $"'RestartTimeout' is {restart}, but the step's {limit} of {timeout} ends it sooner. Raise the step's Timeout, or lower RestartTimeout.");
}
