using Xoap.Images.Diagnostics;
using Xoap.Images.History;

namespace Xoap.Images.Running;

/// <summary>Builds a variant: one build at a time, after what a dead one left was put in order.</summary>
internal static class PackerRunner
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    public static async Task<RunResult> RunAsync(RunRequest request, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        var bag = new DiagnosticBag();
        var secrets = SecretValues.Read(request.Rendered.Secrets, request.Environment, bag);
        if (bag.HasErrors)
        {
            return Failed(bag);
        }

        try
        {
            var history = new RunHistory(request.StateDirectory);
            var record = Queued(request);
            var watch = new LeaseWatch();
            using var lease = await TakeLeaseAsync(request, history, record, watch, progress, cancellationToken);
            if (lease is null)
            {
                bag.Add(RunningDiagnostics.StoppedInQueue(request.Plan.Variant.Origin));
                return new RunResult(RunStatus.Stopped, null, null, [.. bag]);
            }

            if (watch.Contested && UpToDateNow(request, history, bag) is { } newest)
            {
                return new RunResult(null, newest, null, [.. bag]);
            }

            await RunRecovery.RunAsync(history, request.Plan, request.StopTimeout, request.Time, bag);
            return request.Version.Take(bag) is { } version
                ? await new PackerRun(request, history, record, version, secrets, bag, progress).RunAsync(cancellationToken)
                : Failed(bag);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            bag.Add(DiskFault.OfState(request.StateDirectory, problem));
            return Failed(bag);
        }
    }

    private static RunResult Failed(DiagnosticBag bag) => new(RunStatus.Failed, null, null, [.. bag]);

    /// <summary>The lease, after a wait as a queued run when another build has it; null when the wait was cancelled.</summary>
    private static async Task<Lease?> TakeLeaseAsync(
        RunRequest request,
        RunHistory history,
        RunRecord record,
        LeaseWatch watch,
        Action<RunProgress> progress,
        CancellationToken cancellationToken)
    {
        var folder = history.FolderOf(record.Image, record.Builder);
        var holder = new LeaseHolder(record.RunId, record.Host, record.ProcessId, record.Started, record.Started);
        var waiting = history.RunFolder(record);
#pragma warning disable CA2000 // the caller disposes what is returned
        try
        {
            Lease? lease;
            while ((lease = Lease.TryTake(folder, holder, watch, request.Time)) is null)
            {
                if (!Directory.Exists(waiting))
                {
                    RunHistory.Write(waiting, record);
                    progress(new RunProgress.Waiting(
                        watch.Other is { } other ? $"process {other.ProcessId} on {other.Host}" : "another process"));
                }

                await Task.Delay(Poll, request.Time, cancellationToken);
            }

            return lease;
#pragma warning restore CA2000
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            if (watch.Contested)
            {
                RunHistory.Forget(waiting);
            }
        }
    }

    private static ImageManifest? UpToDateNow(RunRequest request, RunHistory history, DiagnosticBag bag)
    {
        var newest = history.Newest(request.Plan.ImageName, request.Plan.Variant.Name, bag);
        var decision = UpToDate.Check(
            request.Plan, newest, request.Time.GetUtcNow(), request.Force, request.StateDirectory, request.OutputDirectory);
        return decision.UpToDate ? newest : null;
    }

    private static RunRecord Queued(RunRequest request) => new()
    {
        Schema = RunRecord.CurrentSchema,
        Image = request.Plan.ImageName,
        Builder = request.Plan.Variant.Name,
        Status = RunStatus.Queued,
        RunId = Guid.NewGuid().ToString("N"),
        Reasons = request.Reasons,
        Started = request.Time.GetUtcNow(),
        Host = Environment.MachineName,
        ProcessId = Environment.ProcessId,
        PackerVersion = request.PackerVersion,
        SdkVersion = request.SdkVersion,
        GitCommit = GitHead.Read(request.ProjectDirectory),
        ContentKey = request.Plan.ContentKey.Key,
        TargetKey = request.Plan.TargetKey.Key,
        Steps = [],
        LeftBehind = [],
        OutputFolder = request.OutputDirectory,
    };
}
