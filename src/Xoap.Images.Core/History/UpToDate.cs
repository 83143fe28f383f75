using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.History;

/// <summary>Decides whether the newest success of a variant still is what its plan asks for.</summary>
internal static class UpToDate
{
    /// <param name="stateDirectory">Where <paramref name="newest"/> was read.</param>
    /// <param name="outputDirectory">Where images are put now.</param>
    public static UpToDateDecision Check(
        BuildPlan plan, ImageManifest? newest, DateTimeOffset now, bool force, string stateDirectory, string outputDirectory)
    {
        if (force)
        {
            return UpToDateDecision.No("forced");
        }

        if (newest is null)
        {
            return UpToDateDecision.No("never built");
        }

        if (newest.TargetKey != plan.TargetKey.Key)
        {
            var changes = InputChanges.Between(newest.Inputs, plan.TargetKey.Inputs);
            return new UpToDateDecision(
                false,
                [
                    .. UsedPackages.Changes(newest.Packages ?? [], UsedPackages.Of(plan)),
                    .. BaseReason.Tell(changes, newest.Base, plan.Variant.OperatingSystem?.Base),
                ]);
        }

        foreach (var artifact in newest.Artifacts)
        {
            if (ArtifactProblem(artifact, newest, stateDirectory, outputDirectory) is { } problem)
            {
                return UpToDateDecision.No(problem);
            }
        }

        return plan.MaxAge is { } limit && now - newest.Created >= limit
            ? UpToDateDecision.No(TooOld(plan, limit))
            : UpToDateDecision.Yes;
    }

    /// <summary>Where a local artifact is now, or null. The state folder, the images or both may have moved since it was recorded.</summary>
    public static string? Locate(ImageArtifact artifact, string builder, string stateDirectory, string outputDirectory)
    {
        // In a copy of a repository the recorded path is the original's.
        if (artifact.RelativePath is { } relative
            && Path.GetFullPath(Path.Combine(stateDirectory, relative)) is var beside && Exists(beside))
        {
            return beside;
        }

        if (Exists(artifact.Path))
        {
            return artifact.Path;
        }

        var moved = Path.Combine(outputDirectory, builder, Path.GetFileName(artifact.Path) ?? "");
        return artifact.Path is not null && Exists(moved) ? moved : null;
    }

    private static string? ArtifactProblem(
        ImageArtifact artifact, ImageManifest newest, string stateDirectory, string outputDirectory)
    {
        if (artifact.Path is null)
        {
            return null;
        }

        if (Locate(artifact, newest.Builder, stateDirectory, outputDirectory) is not { } path)
        {
            return $"the image file '{artifact.Path}' is gone";
        }

        var size = new FileInfo(path).Length;
        return artifact.Size is { } recorded && size != recorded
            ? string.Create(CultureInfo.InvariantCulture, $"the image file '{path}' has {size} bytes instead of {recorded}")
            : null;
    }

    private static bool Exists(string? path) => path is not null && File.Exists(path);

    private static string TooOld(BuildPlan plan, TimeSpan limit)
    {
        foreach (var step in plan.Steps)
        {
            if (Period(step.Provisioner.Volatile) is { } period && period <= limit)
            {
                return step.Provisioner.Volatile == Volatility.Always
                    ? $"step {step.Provisioner.Name} is Volatile (always)"
                    : $"older than {Days(limit)}: step {step.Provisioner.Name} is Volatile";
            }
        }

        return $"older than {Days(limit)} (ImageMaxAge)";
    }

    private static TimeSpan? Period(Volatility volatility) => volatility switch
    {
        Volatility.Always => TimeSpan.Zero,
        Volatility.Daily => TimeSpan.FromDays(1),
        Volatility.Weekly => TimeSpan.FromDays(7),
        _ => null,
    };

    private static string Days(TimeSpan age) => age.TotalDays >= 1 && age.Ticks % TimeSpan.TicksPerDay == 0
        ? age.TotalDays.ToString(CultureInfo.InvariantCulture) + (age.TotalDays == 1 ? " day" : " days")
        : age.ToString("c", CultureInfo.InvariantCulture);
}
