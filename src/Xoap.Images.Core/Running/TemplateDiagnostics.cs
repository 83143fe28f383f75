using Xoap.Images.Diagnostics;

namespace Xoap.Images.Running;

/// <summary>What Packer thinks of a template before it builds anything.</summary>
internal static class TemplateDiagnostics
{
    public static Diagnostic PackerRejects(Origin origin, string part, string reason) => Diagnostic.Error(
        "XIMG4100",
        origin,
        $"Packer does not accept {part}: {RunningDiagnostics.Sentence(reason)} Correct the setting that it names.");

    public static Diagnostic PackerWarns(Origin origin, string part, string reason) => Diagnostic.Warning(
        "XIMG4101",
        origin,
        $"Packer warns of {part}: {RunningDiagnostics.Sentence(reason)}");

    public static Diagnostic ValidationBroke(Origin origin, string command, int exitCode, string said) => Diagnostic.Error(
        "XIMG4102",
        origin,
        $"'packer {command}' ended with exit code {exitCode} and named no problem of the template. "
        + (said.Length > 0 ? $"It last said: '{said}'. " : "") + "Run it by hand on the rendered folder, or install another release of Packer.");

    public static Diagnostic ComponentEnded(Origin origin, string part, string said, string todo) => Diagnostic.Error(
        "XIMG4104",
        origin,
        $"Packer's component ended while it checked {part} ('{said.TrimEnd('.')}'), so nobody knows whether it is right. {todo}");

    public static Diagnostic PluginsNotThere(Origin origin, string reason) => Diagnostic.Error(
        "XIMG4103",
        origin,
        $"Packer could not install the plugins that it checks the image with: {RunningDiagnostics.Sentence(reason)} "
        + "The network may be missing, or a proxy.");
}
