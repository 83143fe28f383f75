using Xoap.Images.Diagnostics;

namespace Xoap.Images.Tasks;

/// <summary>Problems that only the tasks can see. XIMG0001 and XIMG0002 stand in the targets.</summary>
internal static class TaskDiagnostics
{
    public static Diagnostic FileCannotBeUsed(Origin origin, string reason) => Diagnostic.Error(
        "XIMG0003",
        origin,
        $"A file or folder that the build needs cannot be read or written: {reason} Check that it exists, that you may use it, and that the disk has space.");

    public static Diagnostic ProjectCannotBeRead(Origin origin, string reason) => Diagnostic.Error(
        "XIMG0006",
        origin,
        $"MSBuild cannot read this when it looks at the project without its conditions, as the SDK has to: {reason} Write it without a reference to items, or remove it.");

    public static Diagnostic SdkFailed(Origin origin, string kind, string reason) => Diagnostic.Error(
        "XIMG0099",
        origin,
        $"The SDK itself failed, which is a bug in it ({kind}: {reason}) Build again with -v:diag for the details and report them.");
}
