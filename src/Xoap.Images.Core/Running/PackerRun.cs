using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;

namespace Xoap.Images.Running;

/// <summary>One run of Packer, from an empty folder to a recorded end.</summary>
internal sealed class PackerRun(
    RunRequest request,
    RunHistory history,
    RunRecord queued,
    int version,
    ImmutableArray<KeyValuePair<string, string>> secrets,
    DiagnosticBag bag,
    Action<RunProgress> progress)
{
    private readonly ImageStore _store = new(
        Path.GetFullPath(request.OutputDirectory), history.StateDirectory, request.Plan, version);

    private readonly Redactor _redactor =
        new(secrets.Select(secret => secret.Value).Concat(SecretEnvironment.Values(request.Environment)));

    private RunRecord _record = queued;
    private string? _unrecorded;

    private string Folder => history.RunFolder(_record);

    private string LogPath => Path.Combine(Folder, "packer.log");

    /// <exception cref="IOException">The state folder cannot be written.</exception>
    public async Task<RunResult> RunAsync(CancellationToken cancellationToken)
    {
        if (!PrepareOutput())
        {
            return new RunResult(RunStatus.Failed, null, null, [.. bag]);
        }

        _record = _record with
        {
            Version = version,
            Status = RunStatus.Running,
            Started = request.Time.GetUtcNow(),
            OutputFolder = _store.WorkFolder,
            TemporaryFolder = TemporaryFolder.PathOf(_record.RunId),
        };
        RunHistory.Write(Folder, _record);
        using var temporary = new TemporaryFolder(_record.TemporaryFolder);
        File.Copy(Path.Combine(request.RenderedFolder, request.Rendered.Template), Path.Combine(Folder, request.Rendered.Template));
        progress(new RunProgress.Started(version, LogPath));

        var log = new PackerLog(request.Rendered.Steps, request.Time, progress);
        using var file = new RunLogFile(LogPath);
        var verdict = new RunVerdict(request, log, LogPath, _store.WorkFolder);
        var end = await StartAsync(temporary.Path, file, log, verdict, cancellationToken);
        end = JudgeTests(end, temporary.Path, verdict);
        var manifest = end.Status == RunStatus.Succeeded ? await KeepAsync(temporary.Path, verdict, cancellationToken) : null;
        if (end.Status == RunStatus.Succeeded && manifest is null)
        {
            end = cancellationToken.IsCancellationRequested ? verdict.StoppedLate() : end with { Status = RunStatus.Failed };
        }

        if (end.Problem is not null)
        {
            bag.Add(end.Problem);
        }

        if ((file.Problem ?? _unrecorded) is { } reason)
        {
            bag.Add(RunningDiagnostics.LogIsIncomplete(request.Plan.Variant.Origin, LogPath, reason));
        }

        Finish(end, log, manifest);
        return new RunResult(end.Status, manifest, LogPath, [.. bag]);
    }

    /// <summary>Records what the tests of the build said; each that failed is told instead of the step that ran them.</summary>
    private RunEnd JudgeTests(RunEnd end, string temporary, RunVerdict verdict)
    {
        var run = request.Plan.Steps.FirstOrDefault(step => step.TestRun is not null)?.TestRun;
        var results = GuestResults.Read(run, Path.Combine(temporary, GuestResults.FileName), LogPath, _redactor);
        _record = _record with { Tests = RecordedTests.Of(results) };
        var problems = end is { Status: RunStatus.Failed, FailedStep: TestSteps.Name } ? verdict.OfTests(results ?? []) : [];
        bag.AddRange(problems.Skip(1));
        return problems is [var first, ..] ? end with { Problem = first } : end;
    }

    private bool PrepareOutput()
    {
        try
        {
            if (_store.Existing() is { } existing)
            {
                bag.Add(RunningDiagnostics.ImageFileExists(Origin.Property("ImageVersionNumber"), existing));
                return false;
            }

            // Packer makes the work folder itself, and some builders insist on that.
            Directory.CreateDirectory(_store.Folder);
            return true;
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            bag.Add(OutputFault.Of(request.OutputDirectory, problem));
            return false;
        }
    }

    private async Task<RunEnd> StartAsync(
        string temporary, RunLogFile file, PackerLog log, RunVerdict verdict, CancellationToken cancellationToken)
    {
        PrivateFolder.Write(Path.Combine(temporary, PrivateFolder.Name), request.Rendered.PrivateFiles, secrets);
        var environment = PackerEnvironment.Of(request.Environment, temporary, _record.RunId, [
            .. secrets,
            .. PrivateFolder.Variables(temporary, request.Rendered.PrivateFiles),
            new("image_version", version.ToString(CultureInfo.InvariantCulture)),
            new("output_directory", _store.WorkFolder),
            new("manifest_path", ManifestPath(temporary)),
            new(TemplateVariables.TestResults, Path.Combine(temporary, GuestResults.FileName)),
            new(TemplateVariables.TestRun, _record.RunId),
        ]);
        var output = new RunOutput(_redactor, file, (line, _) => log.Add(line));
        using var timeout = request.BuildTimeout is { } limit
            ? new CancellationTokenSource(limit, request.Time)
            : new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var job = new PackerJob(
            request.PackerPath,
            request.PackerVersion,
            request.RenderedFolder,
            temporary,
            environment,
            new PackerStop(request.StopBehavior, request.StopTimeout, () => progress(new RunProgress.Stopping(request.StopTimeout))),
            request.Time);
        try
        {
            var (exit, inInit) = await job.RunAsync(output, RecordGroup, stop.Token);
            return inInit
                ? verdict.OfInit(exit, cancellationToken.IsCancellationRequested)
                : verdict.Of(exit, cancellationToken.IsCancellationRequested);
        }
        catch (Win32Exception problem)
        {
            return new RunEnd(
                RunStatus.Failed,
                RunningDiagnostics.PackerCannotStart(Origin.Property("PackerPath"), request.PackerPath, problem.Message),
                null,
                []);
        }
    }

    /// <summary>Names and describes the image, and records it as the newest; null after a diagnostic, or when the build was cancelled.</summary>
    private async Task<ImageManifest?> KeepAsync(string temporary, RunVerdict verdict, CancellationToken cancellationToken)
    {
        if (PackerManifest.Read(ManifestPath(temporary), out var problem) is not { } made)
        {
            bag.Add(verdict.NoArtifact($"the manifest is not usable, {problem}"));
            return null;
        }

        try
        {
            var artifacts = await _store.KeepAsync(made, cancellationToken);
            var manifest = RunManifest.Of(_record, request.Plan, version, artifacts, request.Time.GetUtcNow());
            history.Write(manifest);
            return manifest;
        }
        catch (ArtifactException missing)
        {
            bag.Add(verdict.NoArtifact(missing.Message));
        }
        catch (OperationCanceledException)
        {
            // The verdict says so.
        }
        catch (Exception fault) when (DiskFault.Is(fault))
        {
            bag.Add(OutputFault.Of(request.OutputDirectory, fault));
        }

        return null;
    }

    private void Finish(RunEnd end, PackerLog log, ImageManifest? manifest)
    {
        if (manifest is not null || end.Status != RunStatus.Stopped || end.LeftBehind.IsEmpty || request.StopBehavior != StopBehavior.Keep)
        {
            try
            {
                _store.Discard(finalToo: manifest is null);
            }
            catch (Exception problem) when (DiskFault.Is(problem))
            {
                bag.Add(OutputFault.Of(request.OutputDirectory, problem));
            }
        }

        RunHistory.Write(Folder, _record with
        {
            Status = end.Status,
            Ended = request.Time.GetUtcNow(),
            Steps = log.Steps,
            FailedStep = end.FailedStep,
            Error = bag.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error)?.Message,
            LeftBehind = end.LeftBehind,
            TemporaryFolder = null,
        });
    }

    /// <summary>A build that is under way does not end because its record cannot be renewed: the end will say so.</summary>
    private void RecordGroup(int group)
    {
        _record = _record with { ProcessGroup = group };
        try
        {
            RunHistory.Write(Folder, _record);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            _unrecorded ??= problem.Message;
        }
    }

    private static string ManifestPath(string temporary) => Path.Combine(temporary, "manifest.json");
}
