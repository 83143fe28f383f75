using Xoap.Images.Diagnostics;

namespace Xoap.Images.Rendering;

/// <summary>Problems of application packages, as their contents show them.</summary>
internal static class PackageDiagnostics
{
    public static Diagnostic NoToolkit(Origin origin, string package) => Diagnostic.Error(
        "XIMG3060",
        origin,
        $"'{package}' has no PSAppDeployToolkit. Expected Invoke-AppDeployToolkit.ps1 or .exe (version 4), or Deploy-Application.ps1 or .exe (version 3), "
        + "at its top or in the one folder at its top.");

    public static Diagnostic SeveralToolkits(Origin origin, string package, IEnumerable<string> programs) => Diagnostic.Error(
        "XIMG3061",
        origin,
        $"'{package}' holds several applications: {string.Join(", ", programs)}. Write an Application for each, with its folder as Package.");
}
