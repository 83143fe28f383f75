using Xoap.Images.Diagnostics;

namespace Xoap.Images.Planning;

internal static class SealDiagnostics
{
    public static Diagnostic SealScriptNeedsWindows(Origin origin, string path) => Diagnostic.Error(
        "XIMG2550",
        origin,
        $"The seal script '{path}' is a PowerShell script, but the operating system is Linux. Write a shell script.");

    public static Diagnostic NothingGeneralises(Origin origin, IReadOnlyCollection<string> builders) => Diagnostic.Warning(
        "XIMG2551",
        origin,
        $"Nothing generalises the Windows image of {BuilderList.Of(builders)}: machines made from it would share one identity. Put the steps that run Sysprep into a group marked Seal=\"true\", name a script in ImageSeal, or set ImageSeal to None if it happens elsewhere.");

    public static Diagnostic AzureWantsGeneralised(Origin origin, IReadOnlyCollection<string> builders) => Diagnostic.Warning(
        "XIMG2552",
        origin,
        $"ImageSeal is None and no group is marked Seal=\"true\", but {BuilderList.Of(builders, "makes", "make")} an image that Azure takes for a generalised one: machines made from it would not start. Remove ImageSeal, or generalise the guest in a group marked Seal=\"true\".");

    public static Diagnostic RestartIsMissing(Origin origin, string step, string next) => Diagnostic.Warning(
        "XIMG2553",
        origin,
        $"'{step}' may leave Windows waiting for a restart, but '{next}' follows without one. Put a WindowsRestart between them.");
}
