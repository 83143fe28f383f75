using Xoap.Images.Diagnostics;

namespace Xoap.Images.Rendering;

internal static class WindowsDiagnostics
{
    public static Diagnostic ScriptIsNotUnicode(Origin origin, string path) => Diagnostic.Error(
        "XIMG3040",
        origin,
        $"'{path}' is neither UTF-8 nor UTF-16 text, so that its characters are not known. Save it as UTF-8.");

    public static Diagnostic FileWithoutExtension(Origin origin, string source, string name) => Diagnostic.Warning(
        "XIMG3041",
        origin,
        $"'{source}' becomes a file with the name '{name}'. If '{name}' is a folder, write a slash at the end of Destination.");

    public static Diagnostic FolderInItself(Origin origin, string folder, string destination) => Diagnostic.Warning(
        "XIMG3042",
        origin,
        $"The folder '{folder}' goes below '{destination}', so that its files are in '{folder}/{folder}'. To copy only what is in it, write Source with a slash at the end.");

    public static Diagnostic NameIsNotForWindows(Origin origin, string path) => Diagnostic.Error(
        "XIMG3043",
        origin,
        $"Windows cannot have a file with the name '{path}'. Expected none of < > : \" | ? *, no dot or space at the end, and no name of a device such as CON.");
}
