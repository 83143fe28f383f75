using System.Globalization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Booting;

/// <summary>Why a built image cannot be booted for its tests.</summary>
internal static class BootDiagnostics
{
    private const string OnlyOthers = "Run the tests of the other builders alone: -p:ImageBuilders=…";

    public static Diagnostic NothingBoots(Origin origin, string builder, string reason) => Diagnostic.Error(
        "XIMG5001", origin, $"What builder {builder} makes cannot be booted for tests. {reason}. {OnlyOthers}.");

    public static Diagnostic WouldMakeAnImage(Origin origin, string builder, Version packer, string component, string needed) => Diagnostic.Error(
        "XIMG5002",
        origin,
        $"Packer {packer} cannot start what builder {builder} makes without making another image of it ({component}). That takes {needed}.");

    public static Diagnostic ArtifactIsMissing(Origin origin, string builder, string path) => Diagnostic.Error(
        "XIMG5003", origin, $"The newest image of builder {builder} is not there any more: '{path}'. Build it anew, or put the file back.");

    public static Diagnostic NoCommunicator(Origin origin, string builder) => Diagnostic.Error(
        "XIMG5004", origin, $"Tests run inside the guest, but builder {builder} has no way into it: its Communicator is none. Write ssh or winrm. {OnlyOthers}.");

    public static Diagnostic SeveralDisks(Origin origin, string builder, IReadOnlyCollection<string> disks) => Diagnostic.Error(
        "XIMG5005",
        origin,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The image of builder {builder} has {disks.Count} disks, but Packer starts a machine from one disk only: the tests would not find the others. {OnlyOthers}."));

    public static Diagnostic NobodyAnswers(Origin origin, string builder) => Diagnostic.Warning(
        "XIMG5010",
        origin,
        $"The Windows image of builder {builder} is generalised. At its first start it waits for answers, and the tests for it, unless an answer file in the image opens the guest. Name one for tests in ImageTestAnswerFile, or write None if the image brings its own.");

    public static Diagnostic ArtifactUnknown(Origin origin, string builder, string image, int version) => Diagnostic.Error(
        "XIMG5006",
        origin,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The record of {image}-v{version} does not name anything that builder {builder} could be started from. Build the image anew."));
}
