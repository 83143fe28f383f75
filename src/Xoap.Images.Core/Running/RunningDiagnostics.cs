using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Running;

internal static class RunningDiagnostics
{
    public static Diagnostic SecretVariableNotSet(Origin origin, string name) => Diagnostic.Error(
        "XIMG4000",
        origin,
        $"The environment variable '{name}', which holds a secret of the build, is not set or empty. Set it before building.");

    public static Diagnostic SecretFileNotReadable(Origin origin, string file, string reason) => Diagnostic.Error(
        "XIMG4001",
        origin,
        $"The secret file '{file}' cannot be used: {Sentence(reason)} Its content is the secret, without one line end.");

    public static Diagnostic SecretHoldsTemplate(Origin origin, string reference) => Diagnostic.Error(
        "XIMG4002",
        origin,
        $"The secret '{reference}' holds '{{{{', which Packer would take for a template and change. Choose a secret without it.");

    public static Diagnostic SecretTooShortToRedact(Origin origin, string reference) => Diagnostic.Warning(
        "XIMG4003",
        origin,
        $"The secret '{reference}' is shorter than 4 characters and cannot be kept out of the log. Choose a longer one.");

    public static Diagnostic SecretHoldsNul(Origin origin, string reference) => Diagnostic.Error(
        "XIMG4004",
        origin,
        $"The secret '{reference}' holds a NUL character, which no environment variable can carry. Encode it, as base64 for example.");

    public static Diagnostic PackerNotFound(Origin origin, string program) => Diagnostic.Error(
        "XIMG4010",
        origin,
        $"Packer was not found: there is no program '{program}'. Install it ('apt-get install packer' on Debian and Ubuntu, "
        + "'brew install packer' on macOS, 'winget install HashiCorp.Packer' on Windows), or name it in PackerPath.");

    public static Diagnostic NotPacker(Origin origin, string program, string said) => Diagnostic.Error(
        "XIMG4011",
        origin,
        $"'{program}' is not HashiCorp's Packer: 'packer version' should say 'Packer v1.6.6' or the like, but said '{said}'. "
        + "Another program may have the same name; name the right one in PackerPath.");

    public static Diagnostic PackerCannotStart(Origin origin, string program, string reason) => Diagnostic.Error(
        "XIMG4012",
        origin,
        $"Packer cannot be started from '{program}': {Sentence(reason)} Check the file's permissions and its processor architecture.");

    public static Diagnostic PluginsNotInstalled(Origin origin, string reason, string log) => Diagnostic.Error(
        "XIMG4013",
        origin,
        $"Packer could not install the plugins that the image needs: {Sentence(reason)} The network may be missing, or a proxy. "
        + $"The log is '{log}'.");

    public static Diagnostic TestFailed(Origin origin, string test, string message, string log) => Diagnostic.Error(
        "XIMG4045",
        origin,
        $"The test '{test}' failed, so that no image was made: {Sentence(message)} The log is '{log}'.");

    public static Diagnostic StepFailed(Origin origin, string step, string reason, string output, string log, string hint) => Diagnostic.Error(
        "XIMG4020",
        origin,
        $"Step '{step}' failed: {Details(reason, output, log, hint)}");

    public static Diagnostic StepTimedOut(Origin origin, string step, TimeSpan timeout, string output, string log) => Diagnostic.Error(
        "XIMG4021",
        origin,
        $"Step '{step}' did not end within its timeout of {Span(timeout)}. Raise its Timeout, or find what it waits for. "
        + Details("", output, log, ""));

    public static Diagnostic BuildFailed(Origin origin, string builder, string reason, string output, string log, string hint) =>
        Diagnostic.Error("XIMG4022", origin, $"The build on '{builder}' failed: {Details(reason, output, log, hint)}");

    public static Diagnostic BuildTimedOut(Origin origin, TimeSpan timeout, string place, IEnumerable<string> left, string log) =>
        Diagnostic.Error(
            "XIMG4023",
            origin,
            $"The build took longer than {Span(timeout)} and was ended {place}. Raise ImageBuildTimeout, or find what it waits for."
            + Left(left) + $" The log is '{log}'.");

    public static Diagnostic PackerWasKilled(Origin origin, string place, IEnumerable<string> left, string log) => Diagnostic.Error(
        "XIMG4024",
        origin,
        $"Packer was killed, and not by this build, {place}; what was left of it was stopped. The machine may be short of memory, "
        + $"or somebody ended the process.{Left(left)} The log is '{log}'.");

    public static Diagnostic BuildStopped(Origin origin, string place, IEnumerable<string> left, string log) => Diagnostic.Error(
        "XIMG4025",
        origin,
        $"The build was stopped {place}.{Left(left)} The log is '{log}'.");

    public static Diagnostic StoppedInQueue(Origin origin) => Diagnostic.Error(
        "XIMG4026",
        origin,
        "The build was stopped while it waited for another build of the same image. Nothing was started.");

    public static Diagnostic ArtifactNotThere(Origin origin, string reason, string log) => Diagnostic.Error(
        "XIMG4030",
        origin,
        $"Packer ended well, but its image cannot be found: {Sentence(reason)} The log is '{log}'.");

    public static Diagnostic OutputNotWritable(Origin origin, string folder, string reason) => Diagnostic.Error(
        "XIMG4031",
        origin,
        $"The folder for images '{folder}' cannot be written: {Sentence(reason)} Give the building user write access, "
        + "or name another folder in ImageOutputDirectory.");

    public static Diagnostic OutputDiskIsFull(Origin origin, string folder) => Diagnostic.Error(
        "XIMG4032",
        origin,
        $"The disk of the folder for images '{folder}' is full. Free some space, or name a folder on another disk in ImageOutputDirectory.");

    public static Diagnostic ImageFileExists(Origin origin, string path) => Diagnostic.Error(
        "XIMG4033",
        origin,
        $"The image '{path}' exists already, and images are never overwritten. Move it away, or give a higher ImageVersionNumber.");

    public static Diagnostic LogIsIncomplete(Origin origin, string log, string reason) => Diagnostic.Warning(
        "XIMG4034",
        origin,
        $"The log '{log}' is not complete: {Sentence(reason)} The build itself went on.");

    public static Diagnostic EarlierBuildDied(Origin origin, string image, int version, IEnumerable<string> left) => Diagnostic.Warning(
        "XIMG4040",
        origin,
        $"An earlier build of '{image}', version {version}, was killed and is now recorded as failed; its half image was removed."
        + Left(left));

    private static string Details(string reason, string output, string log, string hint) => string.Join(
        ' ',
        ((string[])[
            reason.Length > 0 ? Sentence(reason) : "",
            output.Length > 0 ? $"It last said: {output}" : "",
            hint,
            $"The log is '{log}'."]).Where(part => part.Length > 0));

    internal static string Left(IEnumerable<string> left)
    {
        var list = string.Join("; ", left);
        return list.Length == 0 ? "" : $" What may be left behind: {list}.";
    }

    private static string Span(TimeSpan time) => Duration.Of(time);

    internal static string Sentence(string reason) => reason.Length > 0 && reason[^1] is '.' or '!' or '?' ? reason : reason + ".";
}
