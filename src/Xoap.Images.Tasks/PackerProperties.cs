using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Rendering;
using Xoap.Images.Running;

namespace Xoap.Images.Tasks;

/// <summary>The properties that say which Packer is meant, looked at without starting one.</summary>
internal static class PackerProperties
{
    /// <param name="path">The program; empty: the first <c>packer</c> on PATH, which need not be there yet.</param>
    /// <param name="version">The version to render for; empty: that of the program.</param>
    public static void Check(string path, string version, DiagnosticBag diagnostics)
    {
        if (version.Length > 0 && Version(version, diagnostics) is { } known && known < PackerProfile.Oldest)
        {
            diagnostics.Add(RenderingDiagnostics.PackerTooOld(Origin.Property("PackerVersion"), known, PackerProfile.Oldest));
        }

        if (path.Length > 0 && ProgramPath.Find(path, BuildEnvironment.Variables().GetValueOrDefault("PATH")) is null)
        {
            diagnostics.Add(RunningDiagnostics.PackerNotFound(Origin.Property("PackerPath"), path));
        }
    }

    public static Version? Version(string text, DiagnosticBag diagnostics)
    {
        if (System.Version.TryParse(text, out var version))
        {
            return version;
        }

        diagnostics.Add(ReadingDiagnostics.WrongType(Origin.Property("PackerVersion"), "PackerVersion", text, "a version such as 1.10.0"));
        return null;
    }
}
