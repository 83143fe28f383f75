using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Running;

namespace Xoap.Images.Testing;

internal static class TestingDiagnostics
{
    public static Diagnostic NeverBuilt(Origin origin, string image, string builder) => Diagnostic.Error(
        "XIMG5450",
        origin,
        $"There is no image '{image}' of builder '{builder}' to test: it was never built, or its record is in another ImageStateDirectory. "
        + "Build it first; 'dotnet test' does so without --no-build.");

    public static Diagnostic ImageIsStale(Origin origin, string image, int version, string builder, string reason) => Diagnostic.Warning(
        "XIMG5451",
        origin,
        $"The tests ran in '{image}-v{version}' of builder '{builder}', which is not up to date: {reason}. Build it to test what the project says now.");

    public static Diagnostic BootFailed(Origin origin, string builder, string reason, string output, string log, string hint) => Diagnostic.Error(
        "XIMG5452",
        origin,
        $"The image of builder '{builder}' could not be tested: {RunningDiagnostics.Sentence(reason)}"
        + (output.Length > 0 ? $" It last said: {output}" : "") + (hint.Length > 0 ? " " + hint : "") + $" The log is '{log}'.");

    public static Diagnostic Stopped(Origin origin, string builder, IEnumerable<string> left, string log) => Diagnostic.Error(
        "XIMG5453", origin, $"The tests on '{builder}' were stopped.{RunningDiagnostics.Left(left)} The log is '{log}'.");

    public static Diagnostic TimedOut(Origin origin, string builder, TimeSpan timeout, IEnumerable<string> left, string log) => Diagnostic.Error(
        "XIMG5454",
        origin,
        $"The tests on '{builder}' took longer than {Duration.Of(timeout)} and were ended. Raise ImageTestTimeout, or find what they wait for."
        + $"{RunningDiagnostics.Left(left)} The log is '{log}'.");

    public static Diagnostic PackerWasKilled(Origin origin, string builder, IEnumerable<string> left, string log) => Diagnostic.Error(
        "XIMG5455",
        origin,
        $"Packer was killed while it tested the image of builder '{builder}', and not by this run; what was left of it was stopped. "
        + $"The machine may be short of memory, or somebody ended the process.{RunningDiagnostics.Left(left)} The log is '{log}'.");

    public static Diagnostic EarlierTestsDied(Origin origin, string image, int version, IEnumerable<string> left) => Diagnostic.Warning(
        "XIMG5456",
        origin,
        $"An earlier run of tests of '{image}-v{version}' was killed and is now recorded as failed.{RunningDiagnostics.Left(left)}");

    /// <param name="folder">What the machine runs from on this one; null: nothing.</param>
    public static Diagnostic GuestIsKept(Origin origin, string builder, string reach, IEnumerable<string> left, string? folder) => Diagnostic.Warning(
        "XIMG5457",
        origin,
        $"The machine that the tests on '{builder}' failed in goes on, since ImageTestKeepOnFailure asks for it. {reach}{RunningDiagnostics.Left(left)} "
        + $"End it{(folder is null ? "" : $" and remove '{folder}'")} when you are done.");

    public static Diagnostic FilterIsWrong(Origin origin, string problem) => Diagnostic.Error(
        "XIMG5458",
        origin,
        $"The filter cannot be read. {RunningDiagnostics.Sentence(problem)} Write for example 'FullyQualifiedName~nginx&TestCategory!=slow'.");

    public static Diagnostic TestFailed(Origin origin, string test, string message) => Diagnostic.Error(
        "XIMG5459", origin, $"Test '{test}' failed: {RunningDiagnostics.Sentence(message)}");

    public static Diagnostic UnknownLogger(Origin origin, string logger, string suggestion) => Diagnostic.Warning(
        "XIMG5460",
        origin,
        $"The logger '{logger}' is none that image tests can write for, so that it gets no results of them. Known ones are trx and junit, each with LogFileName=…, and console.{suggestion}");

    public static Diagnostic ReportNotWritten(Origin origin, string file, string reason) => Diagnostic.Error(
        "XIMG5461", origin, $"The test report '{file}' cannot be written: {RunningDiagnostics.Sentence(reason)}");

    public static Diagnostic UnknownLoggerSetting(
        Origin origin, string logger, string setting, IEnumerable<string> known, string suggestion) => Diagnostic.Error(
        "XIMG5462",
        origin,
        $"'{setting}' is no setting of the logger '{logger}'. It takes {string.Join(", ", known.Select(name => name + "=…"))}.{suggestion}");

    public static Diagnostic NotRendered(Origin origin, string builder, string folder, string reason) => Diagnostic.Error(
        "XIMG5463",
        origin,
        $"What starts the image of builder '{builder}' could not be written below '{folder}': {RunningDiagnostics.Sentence(reason)} "
        + "Check that there is space, and that you may write there.");

    public static Diagnostic DiskFailed(Origin origin, string builder, string state, string temporary, string reason) => Diagnostic.Error(
        "XIMG5464",
        origin,
        $"A file that the tests on '{builder}' need cannot be read or written: {RunningDiagnostics.Sentence(reason)} "
        + $"Records and logs go to '{state}', other files of the run to '{temporary}': check that there is space, and that you may write there.");

    public static Diagnostic LoginRefused(Origin origin, string builder, string login, string reason, string log, string hint) => Diagnostic.Error(
        "XIMG5465",
        origin,
        $"The image of builder '{builder}' could not be tested: its guest does not let in {login}. {(hint.Length > 0 ? hint : RunningDiagnostics.Sentence(reason))} "
        + $"If the image keeps out the user of its build, let TestConnection name another login. The log is '{log}'.");

    public static Diagnostic GuestIsGone(Origin origin, string builder, string log) => Diagnostic.Error(
        "XIMG5466",
        origin,
        $"The machine of builder '{builder}' was lost while its tests ran: it ended or crashed, or its network did. "
        + $"A test that restarts the machine, its network or its SSH server has the same effect. The log is '{log}'.");
}
