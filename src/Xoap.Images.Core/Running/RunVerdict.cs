using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Rendering;
using Xoap.Images.TestReports;

namespace Xoap.Images.Running;

/// <summary>How a run ended.</summary>
/// <param name="Problem">The one error of a run that did not succeed.</param>
internal sealed record RunEnd(RunStatus Status, Diagnostic? Problem, string? FailedStep, ImmutableArray<string> LeftBehind);

/// <summary>Judges a run by how Packer ended and what it said.</summary>
internal sealed class RunVerdict(RunRequest request, PackerLog log, string logPath, string workFolder)
{
    private const int ShownTests = 20;
    private const int ShownMessage = 600;

    private Origin Builder => request.Plan.Variant.Origin;

    /// <param name="cancelled">The user stopped the build; otherwise an interruption is the build's timeout.</param>
    public RunEnd Of(PackerExit exit, bool cancelled)
    {
        var failed = log.Failed;
        log.End();
        if (exit is { Code: 0, Interrupted: false })
        {
            return new RunEnd(RunStatus.Succeeded, null, null, []);
        }

        var left = LeftBehind(exit);
        var place = failed is null ? "before or after the steps" : $"in step '{failed.Name}'";
        if (exit.Interrupted)
        {
            return cancelled
                ? new RunEnd(RunStatus.Stopped, RunningDiagnostics.BuildStopped(Builder, place, left, logPath), failed?.Name, left)
                : Failed(
                    RunningDiagnostics.BuildTimedOut(
                        Origin.Property("ImageBuildTimeout"), request.BuildTimeout ?? TimeSpan.Zero, place, left, logPath),
                    failed,
                    left);
        }

        if (exit.Killed)
        {
            return Failed(RunningDiagnostics.PackerWasKilled(failed?.Origin ?? Builder, place, left, logPath), failed, left);
        }

        var reason = log.Reason(exit);
        var hint = log.Hint(reason);
        var problem = failed is null
            ? RunningDiagnostics.BuildFailed(Builder, request.Plan.Variant.Name, reason, log.LastWords, logPath, hint)
            : TimedOut(failed)
                ? RunningDiagnostics.StepTimedOut(failed.Origin, failed.Name, Timeout(failed), log.LastWords, logPath)
                : RunningDiagnostics.StepFailed(failed.Origin, failed.Name, reason, log.LastWords, logPath, hint);
        return Failed(problem, failed, left);
    }

    public RunEnd OfInit(PackerExit exit, bool cancelled) => exit.Interrupted || exit.Killed
        ? Of(exit, cancelled)
        : Failed(RunningDiagnostics.PluginsNotInstalled(Builder, log.Reason(exit), logPath), null, []);

    /// <summary>Packer had ended well, but the build was cancelled before its image was recorded.</summary>
    public RunEnd StoppedLate() =>
        new(RunStatus.Stopped, RunningDiagnostics.BuildStopped(Builder, "after the steps", [], logPath), null, []);

    /// <summary>The tests that failed, each at its place, as far as a list of errors can be read.</summary>
    public Diagnostic[] OfTests(IEnumerable<TestResult> results) =>
    [
        .. results.Where(result => result.State == TestState.Failed).Take(ShownTests).Select(result => RunningDiagnostics.TestFailed(
            result.Origin, string.Join(" > ", result.Path), LogLine.Readable(result.Message, ShownMessage), logPath)),
    ];

    public Diagnostic NoArtifact(string reason) => RunningDiagnostics.ArtifactNotThere(Builder, reason, logPath);

    private static RunEnd Failed(Diagnostic problem, StepMark? step, ImmutableArray<string> left) =>
        new(RunStatus.Failed, problem, step?.Name, left);

    private bool TimedOut(StepMark step) =>
        log.TimedOut || (Timeout(step) > TimeSpan.Zero && log.UnderLimit >= Timeout(step));

    private TimeSpan Timeout(StepMark step) =>
        request.Plan.Steps.FirstOrDefault(planned => planned.Number == step.Number)?.Timeout ?? TimeSpan.Zero;

    private ImmutableArray<string> LeftBehind(PackerExit exit)
    {
        var left = ImmutableArray.CreateBuilder<string>();
        left.AddRange(exit.Kept);
        if (exit.Kept.Length > 0)
        {
            left.Add($"the folder that Packer worked in, '{workFolder}'");
        }

        if (exit.OutOfPatience || exit.Killed || (exit.Interrupted && request.StopBehavior == StopBehavior.Keep))
        {
            left.AddRange(log.Announced);
        }

        return left.ToImmutable();
    }
}
