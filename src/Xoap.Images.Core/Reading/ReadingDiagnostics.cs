using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Problems of single values and settings.</summary>
internal static class ReadingDiagnostics
{
    public static Diagnostic UnknownType(Origin origin, string kind, string type, string suggestion, IEnumerable<string> known) =>
        Diagnostic.Error(
            "XIMG1001", origin, $"'{type}' is no {kind} type.{suggestion} Known types: {string.Join(", ", known)}, and Packer's own {kind}s by their names.");

    public static Diagnostic MetadatumMissing(Origin origin, string itemType, string name, string metadatum, string expected) =>
        Diagnostic.Error(
            "XIMG1002", origin, $"{itemType} '{name}' has no {metadatum}. Write {metadatum}=\"…\"{expected}.");

    public static Diagnostic UnknownSetting(
        Origin origin, string itemType, string item, string setting, string subject, string suggestion) =>
        Diagnostic.Error(
            "XIMG1003",
            origin,
            $"{itemType} '{item}' has the setting '{setting}', which {subject} does not know.{suggestion}");

    public static Diagnostic ReservedSetting(Origin origin, string itemType, string item, string setting, string blockItem) =>
        Diagnostic.Error(
            "XIMG1004",
            origin,
            $"'{setting}' is a reserved name that has no meaning on {itemType} '{item}'. Remove it; to set Packer's attribute of that name, add a {blockItem} item with Block=\".\".");

    public static Diagnostic ManagedSetting(Origin origin, string setting, string subject, string instead) =>
        Diagnostic.Error("XIMG1005", origin, $"'{setting}' is set by {subject} itself: {instead}.");

    public static Diagnostic SettingIsABlock(Origin origin, string setting, string blockItem, string owner) =>
        Diagnostic.Error(
            "XIMG1006",
            origin,
            $"'{setting}' is a nested block, not a single value. Add <{blockItem} Include=\"…\" {owner} Block=\"{setting}\" …/> with the block's own attributes.");

    public static Diagnostic SettingGivenTwice(Origin origin, string first, string second, string attribute) =>
        Diagnostic.Error(
            "XIMG1008",
            origin,
            $"'{first}' and '{second}' both stand for {attribute}, with different values. Keep one of them.");

    public static Diagnostic WrongType(Origin origin, string setting, string value, string expected) =>
        Diagnostic.Error("XIMG1010", origin, $"'{setting}' is '{value}', but takes {expected}.");

    public static Diagnostic NotAllowed(Origin origin, string setting, string value, string suggestion, IEnumerable<string> allowed) =>
        Diagnostic.Error(
            "XIMG1011", origin, $"'{setting}' is '{value}', but takes one of: {string.Join(", ", allowed)}.{suggestion}");

    public static Diagnostic OutOfRange(Origin origin, string setting, string value, string range) =>
        Diagnostic.Error("XIMG1012", origin, $"'{setting}' is {value}, but has to be {range}.");

    public static Diagnostic BadDuration(Origin origin, string setting, string value) =>
        Diagnostic.Error(
            "XIMG1013",
            origin,
            $"'{setting}' is '{value}', which is no duration. Write a number with its unit (15m, 1h30m, 90s) or hh:mm:ss (00:15:00).");

    public static Diagnostic NoTime(Origin origin, string setting) => Diagnostic.Error(
        "XIMG1025",
        origin,
        $"'{setting}' is zero, which Packer takes for no limit at all. Write how long the step may take, such as 15m.");

    public static Diagnostic BadMapEntry(Origin origin, string setting, string entry) =>
        Diagnostic.Error(
            "XIMG1014",
            origin,
            $"'{setting}' has the entry '{entry}', but takes key=value;key=value. Write %3B for a semicolon inside a value.");

    public static Diagnostic DuplicateKey(Origin origin, string setting, string key) =>
        Diagnostic.Error("XIMG1015", origin, $"'{setting}' gives '{key}' twice. Keep one of the entries.");

    public static Diagnostic BadJson(Origin origin, string setting, string expected) =>
        Diagnostic.Error(
            "XIMG1016", origin, $"'{setting}' is not the JSON that it takes. Write {expected}, with double quotes.");

    public static Diagnostic Deprecated(Origin origin, string setting, string component) =>
        Diagnostic.Warning(
            "XIMG1017", origin, $"'{setting}' is deprecated: a later version of Packer's {component} will not know it. Look for its successor in the component's documentation.");

    public static Diagnostic LiteralSecret(Origin origin, string setting) =>
        Diagnostic.Error(
            "XIMG1020",
            origin,
            $"'{setting}' is a secret and must not stand in the project. Write {setting}=\"env:NAME\" and set the environment variable NAME when you build, or {setting}=\"file:PATH\" for a file that holds it.");

    public static Diagnostic BadSecretReference(Origin origin, string setting, string reference) =>
        Diagnostic.Error(
            "XIMG1021",
            origin,
            $"'{setting}' is '{reference}', which names no secret. Write env: and a variable's name (letters, digits and _), or file: and a path.");

    public static Diagnostic KnownTooLate(Origin origin, string setting, string reference, string expected) =>
        Diagnostic.Error(
            "XIMG1022",
            origin,
            $"'{setting}' takes {expected}, but '{reference}' is known only while Packer runs. Write the value; what is no secret can come from the environment through MSBuild's $(NAME).");

    public static Diagnostic EmptyExpression(Origin origin, string setting) =>
        Diagnostic.Error(
            "XIMG1023", origin, $"'{setting}' has no expression behind 'packer:'. Write one, such as packer:build.Host.");

    public static Diagnostic TextSwallowed(Origin origin, string setting, string arrived, string escaped) =>
        Diagnostic.Error(
            "XIMG1024",
            origin,
            $"MSBuild changed '{setting}' before it arrived: what is left is '{arrived}'. To have it arrive as written, write '{escaped}'; a property that it means has to be defined.");
}
