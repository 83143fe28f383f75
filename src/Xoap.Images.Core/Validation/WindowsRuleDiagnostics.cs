using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

/// <summary>Problems of steps in Windows guests.</summary>
internal static class WindowsRuleDiagnostics
{
    public static Diagnostic ElevatedUserWithoutPassword(Origin origin, string step, string user) => Diagnostic.Error(
        "XIMG2250",
        origin,
        $"'{step}' runs as '{user}', but has no ElevatedPassword. Write ElevatedPassword=\"env:…\", or ElevatedUser=\"packer:build.User\" for the user that Packer logs in as, or ElevatedUser=\"SYSTEM\".");

    public static Diagnostic ScriptIsNoPowerShell(Origin origin, string step, string path) => Diagnostic.Error(
        "XIMG2251",
        origin,
        $"'{step}' names the script '{path}', but PowerShell runs only files that end with '.ps1'. Rename it; call other programs from a PowerShellCommand.");

    public static Diagnostic ScriptsMustBeSigned(Origin origin, string step, string policy) => Diagnostic.Error(
        "XIMG2252",
        origin,
        $"'{step}' has ExecutionPolicy=\"{policy}\", under which the script around it, which is not signed, would not run. Remove ExecutionPolicy; to set the guest's own policy, call Set-ExecutionPolicy.");

    public static Diagnostic PresetAndCriteria(Origin origin, string step) => Diagnostic.Error(
        "XIMG2253",
        origin,
        $"'{step}' has both Preset and SearchCriteria, which is what a preset stands for. Keep one of them.");

    public static Diagnostic BadUpdateFilter(Origin origin, string step, string filter) => Diagnostic.Error(
        "XIMG2254",
        origin,
        $"'{step}' has the filter '{filter}'. Expected 'include:' or 'exclude:' and a condition of PowerShell on the update $_, such as 'exclude:$_.Title -like '*Preview*''.");

    public static Diagnostic DestinationNotAbsolute(Origin origin, string path) => Diagnostic.Error(
        "XIMG2260",
        origin,
        $"'{path}' is no absolute path of Windows. Expected a drive at its start, such as 'C:\\Tools\\'.");

    public static Diagnostic DestinationWithVariable(Origin origin, string path) => Diagnostic.Error(
        "XIMG2261",
        origin,
        $"'{path}' starts with or holds a variable, which nothing replaces in a destination. Write the path itself, such as 'C:\\Windows\\Temp\\'.");

    public static Diagnostic DestinationWithUnusableName(Origin origin, string path, string name) => Diagnostic.Error(
        "XIMG2262",
        origin,
        $"'{path}' holds the name '{name}', which Windows refuses. Expected none of < > : \" | ? *, no dot or space at the end, and no name of a device such as CON.");

    public static Diagnostic DestinationOfWindows(Origin origin, string path) => Diagnostic.Error(
        "XIMG2263",
        origin,
        $"'{path}' is a path of Windows, but the step runs in a Linux guest. Write a path such as '/opt/tools/', or make a step of its own for each platform.");
}
