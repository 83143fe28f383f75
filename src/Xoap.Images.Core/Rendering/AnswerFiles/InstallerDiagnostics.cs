using System.Globalization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Rendering.AnswerFiles;

internal static class InstallerDiagnostics
{
    public static Diagnostic SameName(Origin origin, string name, string path, string other) => Diagnostic.Error(
        "XIMG3030",
        origin,
        $"'{path}' and '{other}' would both be '{name}' for the installer. Rename one, or give it in a folder of its own.");

    public static Diagnostic UnknownInstaller(Origin origin, string path) => Diagnostic.Error(
        "XIMG3031",
        origin,
        $"It cannot be told which installer '{path}' is for. Expected a first line #cloud-config (cloud-init), lines that start with 'd-i ' (preseed), %packages (kickstart) or <profile (AutoYaST), or a name such as user-data, preseed.cfg or server.ks.");

    public static Diagnostic NoMedium(Origin origin, string builder, string component, Version packer, string todo) => Diagnostic.Error(
        "XIMG3032",
        origin,
        $"Builder '{builder}' ({component}, Packer {packer}) has no way to hand this answer file over. {todo}");

    public static Diagnostic ServedTwice(Origin origin, string builder) => Diagnostic.Error(
        "XIMG3033",
        origin,
        $"Builder '{builder}' serves a folder of its own over HTTP, and the answer file would be served there too. Remove it from the builder and list its files in SetupFiles, or write AnswerFileMedium=\"Cd\".");

    public static Diagnostic OtherLabel(Origin origin, string label, string installer, string needed) => Diagnostic.Error(
        "XIMG3034", origin, $"The label is '{label}', but {installer} finds its answers only on '{needed}'. Remove the label: it is set for you.");

    public static Diagnostic FloppyIsFull(Origin origin, long bytes) => Diagnostic.Error(
        "XIMG3035",
        origin,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The answer file and the setup files have {bytes} bytes, but a floppy holds 1,440 KB. Write AnswerFileMedium=\"Cd\", or fewer SetupFiles."));
}
