using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Rendering;
using Xoap.Images.Running;

namespace Xoap.Images.Testing;

/// <summary>One run of Packer that starts an image, runs tests in it and throws the machine away.</summary>
internal sealed class TestBoot(TestBootRequest request, Action<TestProgress> progress)
{
    private readonly DiagnosticBag _bag = [];
    private BootRecord? _record;

    private string LogPath => _record!.LogPath;

    /// <summary>Gives each result as soon as its file is through. What did not run is failed, with the reason.</summary>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(CancellationToken cancellationToken)
    {
        var results = new BootResults(request.Files, request.Time, (result, ran) => progress(new TestProgress.Ended(request.Builder, result, ran)));
        try
        {
            await RunAsync(results, cancellationToken);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            _bag.Add(TestingDiagnostics.DiskFailed(
                request.Plan.Variant.Origin, request.Builder, request.Options.StateDirectory, Path.GetTempPath(), problem.Message));
        }

        Close(results);
        return [.. _bag];
    }

    private void Close(BootResults results) =>
        results.Close(_bag.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error)?.Message ?? "The guest's report ends before this test.");

    private async Task RunAsync(BootResults results, CancellationToken cancellationToken)
    {
        var secrets = SecretValues.Read(request.Rendered.Secrets, request.Environment, _bag);
        if (_bag.HasErrors)
        {
            return;
        }

        _record = BootRecord.Begin(request);
        progress(new TestProgress.Booting(request.Plan.ImageName, request.Version, request.Builder, LogPath));

#pragma warning disable CA2000 // a machine that is kept keeps its folder
        var temporary = new TemporaryFolder(_record.TemporaryFolder);
#pragma warning restore CA2000
        var kept = false;
        try
        {
            var log = new PackerLog(request.Rendered.Steps, request.Time, _ => { });
            var reach = new GuestReach(request.Plan.Variant.Component);
            // One that is not at hand any more cannot be hidden, and is no problem of the tests.
            var hidden = secrets.Concat(SecretValues.Read(request.ImageSecrets, request.Environment, [])).Select(secret => secret.Value);
            var redactor = new Redactor(hidden.Concat(SecretEnvironment.Values(request.Environment)));
            var exit = await CallAsync(temporary.Path, secrets, redactor, log, reach, results, cancellationToken);
            kept = exit is { Kept.IsEmpty: false } && request.Options.KeepOnFailure;
            log.End();
            results.Read(Path.Combine(temporary.Path, GuestResults.FileName), redactor);
            var problem = exit is null ? null : Problem(exit, log, reach, results, cancellationToken.IsCancellationRequested);
            if (problem is not null)
            {
                _bag.Add(problem);
            }

            Close(results);
            if (exit is not null && IsKept(exit) && Left(exit, log) is [_, ..] left)
            {
                _bag.Add(TestingDiagnostics.GuestIsKept(request.Plan.Variant.Origin, request.Builder, reach.Text(), left, kept ? temporary.Path : null));
            }

            Finish(exit, log, results, kept, cancellationToken.IsCancellationRequested);
        }
        finally
        {
            if (!kept)
            {
                temporary.Dispose();
            }
        }
    }

    /// <summary>Null after a diagnostic.</summary>
    private async Task<PackerExit?> CallAsync(
        string temporary,
        ImmutableArray<KeyValuePair<string, string>> secrets,
        Redactor redactor,
        PackerLog log,
        GuestReach reach,
        BootResults results,
        CancellationToken cancellationToken)
    {
        PrivateFolder.Write(Path.Combine(temporary, PrivateFolder.Name), request.Rendered.PrivateFiles, secrets);
        using var file = new RunLogFile(LogPath);
        var output = new RunOutput(redactor, file, (line, whole) =>
        {
            if (results.AddLive(line, whole))
            {
                return;
            }

            log.Add(line);
            if (reach.Add(LogLine.Parse(line).Message))
            {
                progress(new TestProgress.Connecting(request.Plan.ImageName, request.Builder, reach.Login()));
            }
        });
        using var timeout = request.Options.Timeout is { } limit ? new CancellationTokenSource(limit, request.Time) : new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var job = new PackerJob(
            request.Packer.Path,
            request.Packer.Version.ToString(),
            request.RenderedFolder,
            temporary,
            EnvironmentOf(temporary, secrets),
            new PackerStop(
                StopBehavior.Cleanup, request.Options.StopTimeout, () => progress(new TestProgress.Stopping(request.Options.StopTimeout)))
            {
                KeepsFailed = request.Options.KeepOnFailure,
            },
            request.Time)
        {
            Options = request.Options.KeepOnFailure ? ["-on-error=abort"] : [],
        };
        try
        {
            return (await job.RunAsync(output, _record!.AddGroup, stop.Token)).Exit;
        }
        catch (Win32Exception problem)
        {
            _bag.Add(RunningDiagnostics.PackerCannotStart(Origin.Property("PackerPath"), request.Packer.Path, problem.Message));
            return null;
        }
    }

    private ImmutableDictionary<string, string> EnvironmentOf(string temporary, ImmutableArray<KeyValuePair<string, string>> secrets) =>
        PackerEnvironment.Of(request.Environment, temporary, _record!.RunId, [
            .. secrets,
            .. PrivateFolder.Variables(temporary, request.Rendered.PrivateFiles),
            new(TemplateVariables.ImageVersion, request.Version.ToString(CultureInfo.InvariantCulture)),
            new(TemplateVariables.OutputDirectory, Path.Combine(temporary, "machine")),
            new(TemplateVariables.TestResults, Path.Combine(temporary, GuestResults.FileName)),
            new(TemplateVariables.TestRun, _record.RunId),
        ]);

    private Diagnostic? Problem(PackerExit exit, PackerLog log, GuestReach reach, BootResults results, bool cancelled)
    {
        var (origin, builder) = (request.Plan.Variant.Origin, request.Builder);
        var left = Left(exit, log);
        if (exit.Interrupted)
        {
            return cancelled
                ? TestingDiagnostics.Stopped(origin, builder, left, LogPath)
                : TestingDiagnostics.TimedOut(Origin.Property("ImageTestTimeout"), builder, request.Options.Timeout ?? TimeSpan.Zero, left, LogPath);
        }

        if (exit.Killed)
        {
            return TestingDiagnostics.PackerWasKilled(origin, builder, left, LogPath);
        }

        // The last step of a machine that is kept fails because tests did, and that is no problem of the run.
        if (exit.Code == 0 || results.IsComplete)
        {
            return null;
        }

        var reason = log.Reason(exit);
        return LostGuest.Is(reason) ? TestingDiagnostics.GuestIsGone(origin, builder, LogPath)
            : GuestReach.IsRefusal(reason)
                ? TestingDiagnostics.LoginRefused(reach.LoginOrigin ?? origin, builder, reach.Login(), reason, LogPath, log.Hint(reason))
                : TestingDiagnostics.BootFailed(origin, builder, reason, log.LastWords, LogPath, log.Hint(reason));
    }

    private ImmutableArray<string> Left(PackerExit exit, PackerLog log) => exit.OutOfPatience || exit.Killed || IsKept(exit)
        ? [.. exit.Kept, .. log.Announced]
        : exit.Kept;

    /// <summary>Packer has left what it made as it is.</summary>
    private bool IsKept(PackerExit exit) => request.Options.KeepOnFailure && exit is { Code: not 0, Interrupted: false, Killed: false };

    private void Finish(PackerExit? exit, PackerLog log, BootResults results, bool kept, bool cancelled) => _record!.End(
        exit is { Interrupted: true } && cancelled ? RunStatus.Stopped : _bag.HasErrors ? RunStatus.Failed : RunStatus.Succeeded,
        results,
        _bag.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error)?.Message,
        exit is null ? [] : Left(exit, log),
        kept);
}
