using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Planning;
using Xoap.Images.Running;

namespace Xoap.Images.Testing;

/// <summary>Puts in order what runs of tests left that were killed on this machine.</summary>
internal static class TestRecovery
{
    /// <param name="patience">How long processes that still live may clean up.</param>
    /// <exception cref="IOException">A record cannot be written.</exception>
    public static async Task RunAsync(string stateDirectory, BuildPlan plan, TimeSpan patience, TimeProvider time, DiagnosticBag bag)
    {
        foreach (var (folder, record) in new TestHistory(stateDirectory).Of(plan.ImageName, plan.Variant.Name, bag))
        {
            if (record.Status != RunStatus.Running || record.Host != Environment.MachineName || ProcessGroup.IsAlive(record.ProcessId))
            {
                continue;
            }

            if (record.TemporaryFolder is { } temporary)
            {
                TemporaryFolder.Remove(temporary);
            }

            var left = await RunRecovery.StopAsync(record.ProcessGroup, record.RunId, patience, time);
            left.AddRange(RunRecovery.Elsewhere(plan, folder));
            TestHistory.Write(folder, record with
            {
                Status = RunStatus.Failed,
                Ended = time.GetUtcNow(),
                Error = "The run was killed.",
                LeftBehind = [.. left],
                TemporaryFolder = null,
            });
            bag.Add(TestingDiagnostics.EarlierTestsDied(plan.Variant.Origin, record.Image, record.Version, left));
        }
    }
}
