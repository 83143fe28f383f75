using Xoap.Images.Diagnostics;

namespace Xoap.Images.History;

internal static class HistoryDiagnostics
{
    public static Diagnostic StateFolderNotWritable(Origin origin, string folder, string reason) => Diagnostic.Error(
        "XIMG4500",
        origin,
        $"The state folder '{folder}' cannot be written: {Sentence(reason)} Give the building user write access, "
        + "or name another folder in ImageStateDirectory.");

    public static Diagnostic StateDiskIsFull(Origin origin, string folder) => Diagnostic.Error(
        "XIMG4501",
        origin,
        $"The disk of the state folder '{folder}' is full. Free some space, or name a folder on another disk in ImageStateDirectory.");

    public static Diagnostic UnreadableRecord(Origin origin, string file, string reason) => Diagnostic.Warning(
        "XIMG4502",
        origin,
        $"The record '{file}' cannot be read and counts as absent: {Sentence(reason)} The next successful build writes a new one; "
        + "delete the file if the warning stays.");

    public static Diagnostic VersionIsTaken(Origin origin, string image, int version) => Diagnostic.Error(
        "XIMG4503",
        origin,
        $"Version {version} of the image '{image}' was taken by an earlier build; a version is never reused. "
        + "Give a higher ImageVersionNumber, or none to get the next free one.");

    public static Diagnostic VersionIsNotPositive(Origin origin, int version) => Diagnostic.Error(
        "XIMG4504",
        origin,
        $"The image version '{version}' is not valid: ImageVersionNumber is a whole number from 1.");

    private static string Sentence(string reason) => reason.TrimEnd('.') + ".";
}
