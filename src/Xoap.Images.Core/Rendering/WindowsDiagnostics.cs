using Xoap.Images.Diagnostics;

namespace Xoap.Images.Rendering;

internal static class WindowsDiagnostics
{
    public static Diagnostic ScriptIsNotUnicode(Origin origin, string path) => Diagnostic.Error(
        "XIMG3040",
        origin,
        $"'{path}' is neither UTF-8 nor UTF-16 text, so that its characters are not known. Save it as UTF-8.");
}
