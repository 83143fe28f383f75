using Xoap.Images.Diagnostics;

namespace Xoap.Images.Planning;

internal static class PlanningDiagnostics
{
    public static Diagnostic OrderIsACycle(Origin origin, IEnumerable<string> cycle) => Diagnostic.Error(
        "XIMG2500",
        origin,
        $"The order cannot be met, each of these has to come before the next: {string.Join(" → ", cycle)}. Remove one of their After or Before wishes.");

    public static Diagnostic UnknownNeighbour(Origin origin, string wish, string kind, string name, string suggestion) => Diagnostic.Error(
        "XIMG2501", origin, $"{wish} names '{name}', but there is no {kind} of that name.{suggestion}");

    public static Diagnostic NeverTogether(Origin origin, string wish, string name, string neighbour, string container) => Diagnostic.Error(
        "XIMG2502",
        origin,
        $"{wish} names '{neighbour}', which never stands in the same {container} as '{name}', so the wish has no effect. After and Before order the members of one {container}.");

    public static Diagnostic SealComesLast(Origin origin, string group, string sealGroup) => Diagnostic.Error(
        "XIMG2503",
        origin,
        $"Group '{group}' cannot come after '{sealGroup}': that group belongs to the seal, which is the last thing that happens in an image.");

    public static Diagnostic ChecksumMismatch(Origin origin, string path, string expected, string actual) => Diagnostic.Error(
        "XIMG2510",
        origin,
        $"'{path}' has the checksum sha256:{actual}, but the project expects {expected}. Fetch the file again; if the new file is the right one, write its checksum into the project.");

    public static Diagnostic BaseImageIsAltered(Origin origin, string image, string path) => Diagnostic.Error(
        "XIMG2512",
        origin,
        $"'{path}' is not what was recorded of the base image {image}: its content has changed since. Put the recorded file back, or build the base image again.");

    public static Diagnostic SealScriptNeedsLinux(Origin origin, string path) => Diagnostic.Error(
        "XIMG2511",
        origin,
        $"The seal script '{path}' is a shell script, but the operating system is Windows. Write a PowerShell script (.ps1), or put the steps that generalise it into a group marked Seal=\"true\".");
}
