using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Planning;

namespace Xoap.Images.Running;

/// <summary>Puts in order what dead builds of a variant left. Who calls it holds the lease: no build that is recorded as running lives.</summary>
internal static class RunRecovery
{
    private static readonly TimeSpan LongForgotten = TimeSpan.FromDays(1);

    /// <param name="patience">How long processes that still live may clean up.</param>
    /// <exception cref="IOException">Something cannot be written or removed.</exception>
    public static async Task RunAsync(RunHistory history, BuildPlan plan, TimeSpan patience, TimeProvider time, DiagnosticBag bag)
    {
        var newest = history.Newest(plan.ImageName, plan.Variant.Name, []);
        foreach (var (folder, record) in history.Runs(plan.ImageName, plan.Variant.Name, bag))
        {
            if (record.Status == RunStatus.Queued)
            {
                ForgetQueued(folder, record, time);
            }
            else if (record is { Status: RunStatus.Running, Version: { } version })
            {
                await EndAsync(history, plan, folder, record, version, newest, patience, time, bag);
            }
        }
    }

    private static async Task EndAsync(
        RunHistory history,
        BuildPlan plan,
        string folder,
        RunRecord record,
        int version,
        ImageManifest? newest,
        TimeSpan patience,
        TimeProvider time,
        DiagnosticBag bag)
    {
        var here = record.Host == Environment.MachineName;
        if (here && record.TemporaryFolder is { } temporary)
        {
            TemporaryFolder.Remove(temporary);
        }

        if (newest?.Version == version)
        {
            // It died between its last two writes.
            RunHistory.Write(folder, record with { Status = RunStatus.Succeeded, Ended = newest.Created });
            return;
        }

        var left = here
            ? await StopAsync(record.ProcessGroup, record.RunId, patience, time)
            : [$"processes of the build on '{record.Host}'"];
        if (Path.GetFileName(record.OutputFolder) == ImageStore.WorkPrefix + version.ToString(CultureInfo.InvariantCulture)
            && Path.GetDirectoryName(Path.GetDirectoryName(record.OutputFolder)) is { } output)
        {
            new ImageStore(output, history.StateDirectory, plan, version).Discard(finalToo: true);
        }

        left.AddRange(Elsewhere(plan, folder));

        RunHistory.Write(folder, record with
        {
            Status = RunStatus.Failed,
            Ended = time.GetUtcNow(),
            Error = "The build was killed.",
            LeftBehind = [.. left],
        });
        bag.Add(RunningDiagnostics.EarlierBuildDied(plan.Variant.Origin, plan.ImageName, version, left));
    }

    /// <summary>What a run may have left where no process of this machine could be.</summary>
    /// <param name="folder">Of its record.</param>
    public static IEnumerable<string> Elsewhere(BuildPlan plan, string folder) => plan.Variant.Provider is "OnPremises" or "Docker" or "Any"
        ? []
        : [$"temporary resources of the run in '{plan.Variant.Provider}'; its log is '{Path.Combine(folder, "packer.log")}'"];

    /// <summary>Stops processes of a dead run that still live, and names them.</summary>
    public static async Task<List<string>> StopAsync(int? processGroup, string runId, TimeSpan patience, TimeProvider time)
    {
        if (processGroup is not { } id)
        {
            return [];
        }

        var group = new ProcessGroup(id, $"{PackerEnvironment.RunMark}={runId}");
        var alive = group.Members();
        if (alive.Count == 0)
        {
            return [];
        }

        await group.StopOrphansAsync(patience, time);
        return [.. alive.Select(member => $"{member}, which was still alive and was stopped now")];
    }

    private static void ForgetQueued(string folder, RunRecord record, TimeProvider time)
    {
        var dead = record.Host == Environment.MachineName
            ? !ProcessGroup.IsAlive(record.ProcessId)
            : time.GetUtcNow() - record.Started > LongForgotten;
        if (dead)
        {
            RunHistory.Forget(folder);
        }
    }
}
